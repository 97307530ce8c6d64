/** The forms about one organization: describe it, or the first step of renaming, re-affiliating, splitting, merging and closing it. */

import { useTranslations } from "next-intl";
import { OrgSplitFields } from "#components/party-orgs/split-fields.tsx";
import { MergeFields } from "#components/trees/merge-fields.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { BASES } from "#lib/domains/party-orgs/affiliation.ts";
import { ORG_KINDS, type OrgChange } from "#lib/domains/party-orgs/party-org.ts";
import type { Candidate } from "#lib/domains/party-orgs/queries/leaders.ts";
import type { OrgView } from "#lib/domains/party-orgs/queries/org.ts";
import type { OrgParts } from "#lib/domains/party-orgs/queries/parts.ts";

type DescribeProps = { org: OrgView; save: FormAction<{ id: number }> };

export function DescribeForm({ org, save }: DescribeProps) {
  const t = useTranslations("party-orgs");
  return (
    <div className="grid max-w-2xl gap-4">
      <Notice>{t("describe.say")}</Notice>
      <Form action={save} id="describe" className="grid gap-4">
        <input type="hidden" name="id" value={org.id} />
        <input type="hidden" name="version" value={org.version} />
        <Field name="secretary" label={t("describe.secretary")} optional>
          <TextInput defaultValue={org.secretary ?? ""} maxLength={40} width="medium" autoComplete="off" />
        </Field>
        {org.roster ? <input type="hidden" name="memberCount" value={org.memberCount ?? ""} /> : null}
        {org.roster ? (
          <p className="text-ink-2">{t("describe.counted", { count: org.roster.members })}</p>
        ) : (
          <Field name="memberCount" label={t("describe.members")} hint={t("describe.membersHint")} optional>
            <TextInput
              defaultValue={org.memberCount ?? ""}
              inputMode="numeric"
              maxLength={5}
              width="short"
              autoComplete="off"
            />
          </Field>
        )}
        <div>
          <SubmitButton>{t("describe.save")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

type Props = {
  kind: OrgChange;
  org: Pick<OrgView, "id" | "basis" | "name" | "kind">;
  today: string;
  filled: URLSearchParams;
  candidates: readonly Candidate[];
  /** Of one that is to be split. */
  parts: OrgParts | null;
  rehearse: FormAction<{ id: number; query: Record<string, string> }>;
};

export function OrgChangeForm({ kind, org, today, filled, candidates, parts, rehearse }: Props) {
  const t = useTranslations("party-orgs");
  const value = (name: string) => filled.get(name) ?? undefined;
  const options = candidates.map((one) => ({
    value: String(one.id),
    label: one.place ? `${one.place} ▸ ${one.name}` : one.name,
  }));
  // Nothing to choose from: then there is nothing to fill in either.
  const missing =
    parts && parts.children.length + parts.members.length === 0
      ? t("change.noParts")
      : kind === "merge" && candidates.length === 0
        ? t("change.noSources")
        : null;
  if (missing) return <Notice tone="watch">{missing}</Notice>;
  return (
    <div className="grid max-w-2xl gap-4">
      <Notice>{t(`change.say.${kind}`)}</Notice>
      <Form action={rehearse} id="change" className="grid gap-4">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={org.id} />
        {kind === "rename" ? (
          <Field name="name" label={t("change.newName")} required>
            <TextInput
              defaultValue={value("name") ?? org.name}
              maxLength={60}
              width="medium"
              autoComplete="off"
            />
          </Field>
        ) : null}
        {kind === "rename" ? (
          <Field name="orgKind" label={t("change.recast")} hint={t("change.recastHint")} optional>
            <Select
              width="medium"
              empty={t("change.sameKind")}
              defaultValue={value("orgKind")}
              options={ORG_KINDS.filter((one) => one !== org.kind).map((one) => ({
                value: one,
                label: t(`kind.${one}`),
              }))}
            />
          </Field>
        ) : null}
        {kind === "close" ? (
          <Field name="targetId" label={t("change.successor")} required>
            <Select empty={t("choose")} options={options} defaultValue={value("targetId")} />
          </Field>
        ) : null}
        {parts ? <OrgSplitFields parts={parts} filled={filled} /> : null}
        {kind === "merge" ? (
          <MergeFields
            options={candidates}
            filled={filled}
            longest={60}
            words={{
              ...{ sources: t("change.sources"), none: t("change.noSources") },
              ...{ name: t("change.mergeName"), nameHint: t("change.mergeNameHint") },
            }}
          />
        ) : null}
        {kind === "move" ? (
          <LeaderFields
            options={options}
            leaderId={value("leaderId")}
            basis={value("basis") ?? org.basis ?? undefined}
            dept={value("supervisingDept")}
          />
        ) : null}
        <DatedFields
          today={today}
          effectiveOn={value("effectiveOn")}
          documentNo={value("documentNo")}
          designated={kind === "move"}
        />
        <div>
          <SubmitButton pending={t("change.rehearsing")}>{t("change.rehearse")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

type LeaderProps = {
  options: { value: string; label: string }[];
  leaderId?: string;
  basis?: string;
  dept?: string;
  hint?: string;
};

/** Who leads and on what basis: the rule of affiliation answers beside these fields. */
export function LeaderFields({ options, leaderId, basis, dept, hint }: LeaderProps) {
  const t = useTranslations("party-orgs");
  return (
    <>
      <Field name="leaderId" label={t("change.leader")} hint={hint} required>
        <Select empty={t("choose")} options={options} defaultValue={leaderId} />
      </Field>
      <Field name="basis" label={t("change.basis")} required>
        <Select
          empty={t("choose")}
          width="medium"
          defaultValue={basis}
          options={BASES.map((one) => ({ value: one, label: t(`basis.${one}`) }))}
        />
      </Field>
      <Field name="supervisingDept" label={t("change.dept")} hint={t("change.deptHint")} optional>
        <TextInput defaultValue={dept} maxLength={60} width="medium" autoComplete="off" />
      </Field>
    </>
  );
}

type DatedProps = {
  today: string;
  effectiveOn?: string;
  documentNo?: string;
  designated: boolean;
  label?: string;
};

export function DatedFields({ today, effectiveOn, documentNo, designated, label }: DatedProps) {
  const t = useTranslations("party-orgs");
  return (
    <>
      <Field
        name="documentNo"
        label={t("change.documentNo")}
        hint={designated ? t("change.documentHint") : undefined}
        optional
      >
        <TextInput defaultValue={documentNo} maxLength={60} width="medium" autoComplete="off" />
      </Field>
      <Field
        name="effectiveOn"
        label={label ?? t("change.effectiveOn")}
        hint={t("change.effectiveHint")}
        required
      >
        <DateInput today={today} min={today} defaultValue={effectiveOn ?? today} />
      </Field>
    </>
  );
}
