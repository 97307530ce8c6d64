/** What an entity still lacks, each line with its own way to mend it (ux.md §3.2). */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { incomeYear, type Lack } from "#lib/domains/industry/industry.ts";
import type { EntityView } from "#lib/domains/industry/queries/get-entity.ts";

type Props = { entity: EntityView; fixes: (lack: Lack) => string | null; today: string };

export async function LackList({ entity, fixes, today }: Props) {
  const t = await getTranslations("industry");
  if (entity.lacks.length === 0) return <EmptyState kind="done" title={t("lacks.done")} />;
  const values = (lack: Lack) => ({
    count: lack === "income" ? entity.withoutIncome : (entity.fullMembers ?? 0),
    year: String(incomeYear(today)),
  });
  return (
    <ul className="divide-y divide-line">
      {entity.lacks.map((lack) => {
        const fix = fixes(lack);
        return (
          <li key={lack} className="flex min-h-row items-center justify-between gap-3 py-1">
            <span className="flex items-center gap-2">
              <Shape state="watch" />
              {t(`lacks.${lack}`, values(lack))}
            </span>
            {fix ? (
              <Link
                href={fix}
                className="inline-flex min-h-touch items-center whitespace-nowrap desk:min-h-6"
              >
                {t(`lacks.fix.${lack}`)}
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
