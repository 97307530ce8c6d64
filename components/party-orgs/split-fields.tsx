/** What a new organization is that is split off: its name, kind and place, what it leads, and whom it takes along. */

import { useTranslations } from "next-intl";
import { ticked } from "#components/trees/merge-fields.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { ORG_KINDS } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgParts } from "#lib/domains/party-orgs/queries/parts.ts";

export function OrgSplitFields({ parts, filled }: { parts: OrgParts; filled: URLSearchParams }) {
  const t = useTranslations("party-orgs");
  const { children, members, seats, kind } = parts;
  return (
    <>
      <Field name="name" label={t("change.splitName")} required>
        <TextInput
          defaultValue={filled.get("name") ?? undefined}
          maxLength={60}
          width="medium"
          autoComplete="off"
        />
      </Field>
      <Field name="orgKind" label={t("change.splitKind")} required>
        <Select
          width="medium"
          defaultValue={filled.get("orgKind") ?? kind}
          options={ORG_KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
        />
      </Field>
      <Field name="seatId" label={t("change.splitSeat")} hint={t("change.splitSeatHint")} optional>
        <Select
          width="medium"
          defaultValue={filled.get("seatId") ?? String(seats[0]?.id ?? "")}
          options={seats.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      </Field>
      {children.length > 0 ? (
        <ChipGroup
          kind="checkbox"
          name="children"
          label={t("change.children")}
          defaultValue={ticked(filled, "children")}
          options={children.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
      {members.length > 0 ? (
        <ChipGroup
          kind="checkbox"
          name="members"
          label={t("change.members")}
          hint={t("change.membersHint")}
          defaultValue={ticked(filled, "members")}
          options={members.map(({ id, name, post }) => ({
            value: id,
            label: post ? t("change.memberPost", { name, post }) : name,
          }))}
        />
      ) : null}
    </>
  );
}
