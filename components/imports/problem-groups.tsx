/** What is wrong, by reason and column: how many rows, the first cell and what stands there, and one correction for all of them. */

import { getLocale, getTranslations } from "next-intl/server";
import { kindOfProblem } from "#components/imports/problem-words.ts";
import { fixableTexts, SetAll } from "#components/imports/set-all.tsx";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { columnLetters } from "#lib/base/column-letters.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ImportRef } from "#lib/domains/imports/import.ts";
import type { ImportView, ProblemGroup } from "#lib/domains/imports/queries.ts";
import type { Sheet } from "#lib/domains/imports/sheet.ts";

type Translator = Awaited<ReturnType<typeof getTranslations<"imports">>>;
type Props = {
  found: Pick<ImportView, "id" | "mapping" | "year">;
  sheet: Sheet;
  groups: ProblemGroup[];
  path: string;
  today: string;
  fix: FormAction<ImportRef>;
};

export async function ProblemGroups({ found, sheet, groups, path, today, fix }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => {
        const column = sheet.columns.find(({ key }) => key === group.column);
        const index = found.mapping[group.column];
        const cell = index === undefined ? null : `${columnLetters(index)}${group.firstRow}`;
        const texts = fixableTexts(column, group);
        return (
          <li key={`${group.column} ${group.key} ${group.level}`} className="py-2">
            <div className="flex items-baseline gap-2">
              <Shape state={group.level === "error" ? "behind" : "watch"} className="size-3 shrink-0" />
              <span className="min-w-0 grow">
                <strong>{column?.label[locale] ?? group.column}</strong> {kindOfProblem(t, group)}
                {cell ? <span className="text-ink-2"> {firstWords(t, group, cell)}</span> : null}
              </span>
              <Link
                href={`${path}?show=${group.level === "error" ? "BAD" : "WARN"}&problem=${group.key}#rows`}
                className="shrink-0"
              >
                {t("check.groupRows", { count: group.rows })}
              </Link>
            </div>
            {column && texts.length > 0 ? (
              <SetAll id={found.id} column={column} texts={texts} year={found.year} today={today} fix={fix} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** What was found by comparing with the registry or other rows may leave the cell unquoted: that is not an empty cell. */
function firstWords(t: Translator, { firstText }: ProblemGroup, cell: string): string {
  if (firstText === null) return t("check.firstCell", { cell });
  return firstText === "" ? t("check.firstEmpty", { cell }) : t("check.first", { cell, text: firstText });
}
