/** The elections of the coming twelve months, one field for each month with its count. */

import { useTranslations } from "next-intl";
import Link from "#components/ui/link.tsx";

type Props = {
  months: readonly { month: string; count: number }[];
  current: string | null;
  hrefOf: (month: string) => string;
};

export function DueMonths({ months, current, hrefOf }: Props) {
  const t = useTranslations("party-orgs");
  return (
    <ol className="grid grid-cols-3 gap-1.5 wide:grid-cols-2">
      {months.map(({ month, count }) => {
        const words = (
          <>
            <span className="block text-ink-2 text-note">
              {t("terms.month", { year: Number(month.slice(0, 4)), month: Number(month.slice(5)) })}
            </span>
            <span className="tabular font-semibold">{t("terms.monthCount", { count })}</span>
          </>
        );
        return (
          <li key={month}>
            {count === 0 ? (
              <span className="block min-h-touch rounded-control border border-line bg-sunk px-2 py-1">
                {words}
              </span>
            ) : (
              <Link
                href={hrefOf(month)}
                aria-current={month === current ? "true" : undefined}
                className="block min-h-touch rounded-control border border-control px-2 py-1 text-ink no-underline hover:bg-hover aria-[current=true]:border-link aria-[current=true]:bg-link-tint"
              >
                {words}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}
