/** What an update changes in one row: field, old and new; nothing that stays as it is. */

import { getLocale, getTranslations } from "next-intl/server";
import { valueWords } from "#components/imports/value-words.ts";
import type { StagedRow } from "#lib/domains/imports/queries.ts";
import type { Sheet } from "#lib/domains/imports/sheet.ts";

type Props = { sheet: Sheet; changes: StagedRow["changes"] };

const keyOf = (field: string) => field.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());

export async function RowChanges({ sheet, changes }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  const words = { yes: t("check.yes"), no: t("check.no") };
  return (
    <ul>
      {changes.map((change) => {
        const column = sheet.columns.find(({ key }) => key === keyOf(change.field));
        const say = (value: unknown) => valueWords(column, value, locale, words);
        const fresh = change.field === "id_no" ? t("check.idSealed") : say(change.new);
        return (
          <li key={change.field}>
            {t("check.changed", {
              field: column?.label[locale] ?? change.field,
              old: say(change.old),
              new: fresh,
            })}
          </li>
        );
      })}
    </ul>
  );
}
