/** One correction for all rows with the same text in a column: from the dictionary, the suggestion, or typed. */

import { getLocale, getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import { offered } from "#lib/domains/households/codes.ts";
import type { ImportRef } from "#lib/domains/imports/import.ts";
import type { ProblemGroup } from "#lib/domains/imports/queries.ts";
import { type Column, YES_NO } from "#lib/domains/imports/sheet.ts";

/** Problems of what stands in the cell; not of numbers that nobody can guess, nor of what the registry says. */
const FIXABLE = new Set([
  "required",
  "unknownChoice",
  "unknownChoiceNear",
  "tooManyChoices",
  "yesNo",
  "year",
  "otherYear",
  "date",
  "integer",
  "outOfRange",
  "money",
  "cellError",
  "formulaWithoutValue",
  "nameLength",
  "placeMissing",
  "placeUnknown",
  "placeUnknownNear",
  "placeTwice",
  "unitUnknown",
  "unitUnknownNear",
  "unitTwice",
  "leaderUnknown",
  "leaderUnknownNear",
  "leaderTwice",
]);
/** Numbers belong to one row each. */
const OF_ONE_ROW = new Set(["idNo", "number", "phone"]);
const LONGEST = 60;

export function fixableTexts(column: Column | undefined, group: ProblemGroup): ProblemGroup["texts"] {
  if (!column || group.level !== "error" || !FIXABLE.has(group.key) || OF_ONE_ROW.has(column.kind)) return [];
  // A name is missing for one person, not for all of them alike.
  if (column.kind === "name" && group.key === "required") return [];
  return group.texts.filter(({ text }) => [...text].length < LONGEST);
}

type Props = {
  id: string;
  column: Column;
  texts: ProblemGroup["texts"];
  year: number;
  today: string;
  fix: FormAction<ImportRef>;
};

export async function SetAll({ id, column, texts, year, today, fix }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  const options = choicesOf(column, locale, today, [t("check.yes"), t("check.no")]);
  return (
    <details className="mt-1" suppressHydrationWarning>
      <summary className="min-h-control cursor-pointer text-link">{t("check.setAll")}</summary>
      <p className="text-ink-2 text-note">{t("check.setAllNote")}</p>
      <ul className="grid gap-2 py-2">
        {texts.map(({ text, near, rows }) => {
          const label =
            text === ""
              ? t("check.setAllEmpty", { count: rows })
              : t("check.setAllOne", { text, count: rows });
          return (
            <li key={text}>
              <Form action={fix} className="flex flex-wrap items-center gap-2">
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="column" value={column.key} />
                <input type="hidden" name="from" value={text} />
                <span>{label}</span>
                <div className="w-full pad:max-w-xs">
                  {options ? (
                    <select
                      name="to"
                      aria-label={label}
                      required
                      defaultValue={near ?? ""}
                      className={inputClass}
                    >
                      <option value="" />
                      {near && !options.some((option) => option.value === near) ? (
                        <option value={near}>{near}</option>
                      ) : null}
                      {options.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.label}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      name="to"
                      aria-label={label}
                      required
                      maxLength={100}
                      defaultValue={near ?? (column.kind === "year" ? String(year) : "")}
                      className={inputClass}
                    />
                  )}
                </div>
                <SubmitButton kind="secondary" size="small">
                  {t("check.setAllSave")}
                </SubmitButton>
              </Form>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Sheets are read in Chinese, whatever language the screen has; what the office has retired is still read, but not offered. */
export function choicesOf(column: Column, locale: "zh-CN" | "en", today: string, yesNo: string[]) {
  if (column.list)
    return offered(column.list, today).map((code) => ({ value: code["zh-CN"], label: code[locale] }));
  if (column.kind === "yesNo") return YES_NO.map((value, at) => ({ value, label: yesNo[at]! }));
  return null;
}
