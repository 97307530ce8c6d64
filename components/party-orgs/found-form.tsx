/** The second step of founding an organization: its name, and who leads it, with the rule's proposal and its reason. */

import { useTranslations } from "next-intl";
import { DatedFields, LeaderFields } from "#components/party-orgs/change-form.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { ORG_KINDS } from "#lib/domains/party-orgs/party-org.ts";
import type { Proposal } from "#lib/domains/party-orgs/queries/leaders.ts";

type Props = {
  place: { id: number; name: string };
  setting: string;
  coverage: string;
  proposal: Proposal;
  today: string;
  save: FormAction<Registered>;
};

export function FoundForm({ place, setting, coverage, proposal, today, save }: Props) {
  const t = useTranslations("party-orgs");
  const { leader, options } = proposal;
  const reason = t(`form.reason.${proposal.reason}`, { place: place.name });
  const all = leader && !options.some((one) => one.id === leader.id) ? [leader, ...options] : options;
  return (
    <div className="grid max-w-2xl gap-4">
      <h2 className="text-h3">{t("form.step2")}</h2>
      <Notice tone={leader ? "info" : "watch"}>
        {leader ? t("form.proposed", { leader: leader.name, reason }) : t("form.noLeader")}
      </Notice>
      <Form action={save} id="found" className="grid gap-4">
        <input type="hidden" name="divisionId" value={place.id} />
        <input type="hidden" name="setting" value={setting} />
        <input type="hidden" name="coverage" value={coverage} />
        <Field name="name" label={t("form.name")} required>
          <TextInput maxLength={60} autoComplete="off" />
        </Field>
        <Field name="kind" label={t("form.kind")} required>
          <Select
            empty={t("choose")}
            width="medium"
            defaultValue="BRANCH"
            options={ORG_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Field>
        <LeaderFields
          options={all.map((one) => ({ value: String(one.id), label: `${one.place} ▸ ${one.name}` }))}
          leaderId={leader ? String(leader.id) : undefined}
          basis={proposal.basis}
          hint={reason}
        />
        <Field name="foundedOn" label={t("form.founded")} hint={t("form.foundedHint")} optional>
          <DateInput today={today} max={today} />
        </Field>
        <DatedFields today={today} designated label={t("form.effectiveOn")} />
        <div>
          <SubmitButton>{t("form.save")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
