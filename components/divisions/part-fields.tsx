/** What goes to a new unit when one is split, and which others come in when several are merged. */

import { useTranslations } from "next-intl";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Candidate } from "#lib/domains/divisions/queries/candidates.ts";
import type { Parts } from "#lib/domains/divisions/queries/parts.ts";

const ticked = (filled: URLSearchParams, name: string) => (filled.get(name) ?? "").split(",").filter(Boolean);

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

export function MergeFields({ options, filled }: { options: Candidate[]; filled: URLSearchParams }) {
  const t = useTranslations("divisions");
  if (options.length === 0) return <Notice tone="watch">{t("change.noSources")}</Notice>;
  return (
    <>
      <ChipGroup
        kind="checkbox"
        name="sources"
        label={t("change.sources")}
        required
        defaultValue={ticked(filled, "sources")}
        options={options.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <Field name="name" label={t("change.mergeName")} hint={t("change.mergeNameHint")} optional>
        <TextInput
          defaultValue={filled.get("name") ?? undefined}
          maxLength={40}
          width="medium"
          autoComplete="off"
        />
      </Field>
    </>
  );
}
