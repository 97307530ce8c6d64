/** The corrections that hold for all rows of an import, each with a way back. */

import { getLocale, getTranslations } from "next-intl/server";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Fix, ImportRef } from "#lib/domains/imports/import.ts";
import type { Sheet } from "#lib/domains/imports/sheet.ts";

type Props = { id: string; sheet: Sheet; fixes: Fix[]; drop: FormAction<ImportRef> };

export async function FixList({ id, sheet, fixes, drop }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  return (
    <ul className="divide-y divide-line">
      {fixes.map(({ column, from, to }) => {
        const label = sheet.columns.find(({ key }) => key === column)?.label[locale] ?? column;
        return (
          <li key={`${column} ${from}`} className="flex flex-wrap items-center justify-between gap-2 py-1">
            <span>
              {from === ""
                ? t("check.fixedEmpty", { column: label, to })
                : t("check.fixed", { column: label, from, to })}
            </span>
            <Form action={drop} buttonOnly>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="column" value={column} />
              <input type="hidden" name="from" value={from} />
              <SubmitButton kind="quiet" size="small">
                {t("check.fixDrop")}
              </SubmitButton>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
