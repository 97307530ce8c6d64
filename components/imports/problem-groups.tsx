/** What is wrong, by reason and column, with the number of rows; each leads to its rows. */

import { getLocale, getTranslations } from "next-intl/server";
import { kindOfProblem } from "#components/imports/problem-words.ts";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import type { ProblemGroup } from "#lib/domains/imports/queries.ts";
import type { Sheet } from "#lib/domains/imports/sheet.ts";

type Props = { sheet: Sheet; groups: ProblemGroup[]; path: string };

export async function ProblemGroups({ sheet, groups, path }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => (
        <li key={`${group.column} ${group.key} ${group.level}`} className="flex items-baseline gap-2 py-2">
          <Shape state={group.level === "error" ? "behind" : "watch"} className="size-3 shrink-0" />
          <span className="min-w-0 grow">
            <strong>
              {sheet.columns.find((column) => column.key === group.column)?.label[locale] ?? group.column}
            </strong>{" "}
            {kindOfProblem(t, group.key)}
          </span>
          <Link
            href={`${path}?show=${group.level === "error" ? "BAD" : "WARN"}&problem=${group.key}#rows`}
            className="shrink-0"
          >
            {t("check.groupRows", { count: group.rows })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
