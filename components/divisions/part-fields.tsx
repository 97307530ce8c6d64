/** What goes to a new unit when one is split. */

import { useTranslations } from "next-intl";
import { ticked } from "#components/trees/merge-fields.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Parts } from "#lib/domains/divisions/queries/parts.ts";

export function SplitFields({ parts, filled }: { parts: Parts; filled: URLSearchParams }) {
  const t = useTranslations("divisions");
  const { children, groups, ungrouped, numbers, level } = parts;
  const village = level === "VILLAGE";
  if (children.length + groups.length + ungrouped === 0)
    return <Notice tone="watch">{t("change.noParts")}</Notice>;
  return (
    <>
      {children.length > 0 ? (
        <ChipGroup
          kind="checkbox"
          name="children"
          label={t("change.children")}
          defaultValue={ticked(filled, "children")}
          options={children.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
      {village && groups.length > 0 ? (
        <ChipGroup
          kind="checkbox"
          name="groups"
          label={t("change.groups")}
          hint={ungrouped > 0 ? t("change.ungrouped", { count: ungrouped }) : undefined}
          defaultValue={ticked(filled, "groups")}
          options={groups.map(({ name, households }) => ({
            value: name,
            label: t("change.groupCount", { name, count: households }),
          }))}
        />
      ) : null}
      {village && groups.length + ungrouped > 0 ? (
        <Field name="numbers" label={t("change.numbers")} hint={t("change.numbersHint")} optional>
          <Textarea rows={3} defaultValue={numbers.join("\n")} />
        </Field>
      ) : null}
    </>
  );
}
