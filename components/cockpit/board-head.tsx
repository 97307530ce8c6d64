/** The head of every board: which unit, which period, true for which day, and the switches for both. */
import { getTranslations } from "next-intl/server";
import { PeriodSwitcher, UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import type { Board, Child } from "#lib/domains/cockpit/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { boardHref } from "./figures.ts";

type Props = {
  title: string;
  path: string;
  params: URLSearchParams;
  board: Pick<Board, "unit" | "period" | "asOf" | "ancestors"> &
    Partial<Pick<Board, "closed">> & { children: readonly Child[] };
  /** Other looks at the same unit and period. */
  links?: readonly { href: string; label: string }[];
  today: string;
  back?: { href: string; label: string };
};

export async function BoardHead({ title, path, params, board, today, back, links = [] }: Props) {
  const common = await getTranslations("common");
  const closings = await getTranslations("closings");
  const f = await getFormats();
  const { unit, period, ancestors, children } = board;
  const trail = ancestors.map((above) => ({ label: above.name, href: boardHref(above.id, period) }));
  return (
    <PageHead
      title={title}
      back={back}
      trail={trail.length > 0 ? [...trail, { label: unit.name }] : undefined}
      mark={
        <span className="text-ink-2">
          {unit.name} · {f.period(period)}（{common("period.asOf", { day: board.asOf })}）
          {board.closed ? (
            <Link
              href={`/cockpit/closings/${period}?u=${unit.id}`}
              className="ml-1 inline-flex min-h-6 items-center"
            >
              {closings("badge")}
            </Link>
          ) : null}
        </span>
      }
      actions={
        <>
          {links.map(({ href, label }) => (
            <LinkButton key={href} href={href}>
              {label}
            </LinkButton>
          ))}
          <UnitSwitcher
            path={path}
            params={params}
            units={{ now: unit, above: ancestors, below: children }}
          />
          <PeriodSwitcher path={path} params={params} period={period} today={today} />
        </>
      }
    />
  );
}
