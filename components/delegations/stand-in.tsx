/** Standing in while on leave: find a colleague, choose days and roles; below, what was lent and what was taken over. */
import { getTranslations } from "next-intl/server";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { verbKey } from "#components/accounts/role-preview.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Role } from "#lib/domains/accounts/roles.ts";
import type { Held, Lent } from "#lib/domains/delegations/delegation.ts";
import type { Colleague, MyDelegations } from "#lib/domains/delegations/queries/delegations.ts";
import { DelegationList } from "./delegation-list.tsx";

type Props = {
  path: string;
  q: string;
  today: string;
  standing: MyDelegations;
  lend: FormAction<Lent>;
  end: FormAction<Held>;
};

export async function StandIn({ path, q, today, standing, lend, end }: Props) {
  const t = await getTranslations("delegations");
  const { lendable, found, given, received, mine } = standing;
  return (
    <div className="grid max-w-4xl gap-4">
      {lendable.length === 0 ? (
        <Notice>{t(mine ? "nothing" : "nothingOf")}</Notice>
      ) : (
        <>
          <Card title={t("whom")}>
            <PersonSearch path={path} q={q} keep={{}} label={t("q")} hint={t("qHint")} />
            {q.trim().length >= 2 && found.length === 0 ? (
              <p className="mt-3 text-ink-2">{t("none", { q })}</p>
            ) : null}
          </Card>
          {found.length > 0 ? (
            <Card title={t("form")}>
              <LendForm standing={standing} found={found} today={today} lend={lend} />
            </Card>
          ) : null}
        </>
      )}
      <DelegationList title={t("given")} none={t("noneGiven")} rows={given} end={end} />
      <DelegationList title={t("received")} none={t("noneReceived")} rows={received} end={end} />
    </div>
  );
}

type LendProps = { standing: MyDelegations; found: Colleague[]; today: string; lend: FormAction<Lent> };

async function LendForm({ standing: { account, mine, lendable }, found, today, lend }: LendProps) {
  const t = await getTranslations("delegations");
  const accounts = await getTranslations("accounts");
  const roleAt = (role: string, place: string) =>
    t("roleAt", { role: accounts(`roles.${role as Role}`), place });
  return (
    <Form action={lend} done={t("lent")} className="grid gap-4">
      {mine ? null : <input type="hidden" name="accountId" value={account.id} />}
      <ChipGroup
        name="to"
        label={t("to")}
        kind="radio"
        required
        defaultValue={found.length === 1 ? String(found[0]?.id) : undefined}
        options={found.map(({ id, name, place }) => ({
          value: String(id),
          label: t("colleague", { name, place }),
        }))}
      />
      <ChipGroup
        name="grants"
        label={t("roles")}
        hint={t("rolesHint")}
        kind="checkbox"
        required
        defaultValue={lendable.map(({ id }) => String(id))}
        options={lendable.map(({ id, role, place }) => ({ value: String(id), label: roleAt(role, place) }))}
      />
      <ul className="text-ink-2 text-note">
        {lendable.map(({ id, role, place, verbs }) => (
          <li key={id}>
            {roleAt(role, place)}：{t("may")}
            {verbs.map((verb) => accounts(`verbs.${verbKey(verb)}`)).join("、")}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-4">
        <Field name="fromOn" label={t("fromOn")} required>
          <DateInput today={today} defaultValue={today} />
        </Field>
        <Field name="toOn" label={t("toOn")} required>
          <DateInput today={today} />
        </Field>
      </div>
      <Field name="reason" label={t("reason")} hint={t("reasonHint")} required>
        <TextInput width="medium" maxLength={60} />
      </Field>
      <p className="text-ink-2 text-note">{t("stays")}</p>
      <div>
        <SubmitButton pending={t("doing")}>{t("lend")}</SubmitButton>
      </div>
    </Form>
  );
}
