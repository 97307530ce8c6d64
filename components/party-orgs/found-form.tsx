/** The second step of founding an organization: its name, and who leads it, with the rule's proposal and its reason; the rehearsal follows. */

import { useTranslations } from "next-intl";
import { DatedFields, LeaderFields } from "#components/party-orgs/change-form.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { ORG_KINDS } from "#lib/domains/party-orgs/party-org.ts";
import type { Proposal } from "#lib/domains/party-orgs/queries/leaders.ts";

type Props = {
  place: { id: number; name: string };
  setting: string;
  coverage: string;
  proposal: Proposal;
  today: string;
  filled: URLSearchParams;
  rehearse: FormAction<{ query: Record<string, string> }>;
};

export function FoundForm({ place, setting, coverage, proposal, today, filled, rehearse }: Props) {
  const t = useTranslations("party-orgs");
  const { leader, options } = proposal;
  const value = (name: string) => filled.get(name) ?? undefined;
  const reason = t(`form.reason.${proposal.reason}`, { place: place.name });
  const all = leader && !options.some((one) => one.id === leader.id) ? [leader, ...options] : options;
  return (
    <div className="grid max-w-2xl gap-4">
      <h2 className="text-h3">{t("form.step2")}</h2>
      <Notice tone={leader ? "info" : "watch"}>
        {leader ? t("form.proposed", { leader: leader.name, reason }) : t("form.noLeader")}
      </Notice>
      <Form action={rehearse} id="found" className="grid gap-4">
        <input type="hidden" name="divisionId" value={place.id} />
        <input type="hidden" name="setting" value={setting} />
        <input type="hidden" name="coverage" value={coverage} />
        <Field name="name" label={t("form.name")} required>
          <TextInput defaultValue={value("name")} maxLength={60} autoComplete="off" />
        </Field>
        <Field name="kind" label={t("form.kind")} required>
          <Select
            empty={t("choose")}
            width="medium"
            defaultValue={value("kind") ?? "BRANCH"}
            options={ORG_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Field>
        <LeaderFields
          options={all.map((one) => ({ value: String(one.id), label: `${one.place} ▸ ${one.name}` }))}
          leaderId={value("leaderId") ?? (leader ? String(leader.id) : undefined)}
          basis={value("basis") ?? proposal.basis}
          dept={value("supervisingDept")}
          hint={reason}
        />
        <Field name="foundedOn" label={t("form.founded")} hint={t("form.foundedHint")} optional>
          <DateInput today={today} max={today} defaultValue={value("foundedOn")} />
        </Field>
        <DatedFields
          today={today}
          effectiveOn={value("effectiveOn")}
          documentNo={value("documentNo")}
          designated
          label={t("form.effectiveOn")}
        />
        <div>
          <SubmitButton pending={t("change.rehearsing")}>{t("change.rehearse")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
