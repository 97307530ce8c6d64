/** A person found or new, and how he stands in the roster of one organization. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { type Deed, WAYS_IN } from "#lib/domains/members/member.ts";
import type { Candidate } from "#lib/domains/members/queries/choices.ts";
import { PersonFields } from "./person-fields.tsx";
import { StandingFields } from "./standing-fields.tsx";

type Props = {
  orgId: number;
  q: string;
  found: readonly Candidate[];
  today: string;
  save: FormAction<Deed>;
};

export async function EnrollForm({ orgId, q, found, today, save }: Props) {
  const t = await getTranslations("members");
  const lineOf = (one: Candidate) =>
    [
      one.name,
      one.unit ?? one.place,
      one.sex ? t(`sex.${one.sex}`) : null,
      one.bornIn === null ? null : t("form.born", { year: String(one.bornIn) }),
      one.rosterOf === null ? null : t("form.inRoster", { org: one.rosterOf }),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Form action={save} id="enroll" className="mt-4 grid max-w-3xl gap-4">
      <input type="hidden" name="orgId" value={orgId} />
      {found.length > 0 ? (
        <ChipGroup
          name="personId"
          label={t("form.found")}
          kind="radio"
          hint={t("form.foundHint")}
          options={found.map((one) => ({ value: one.id, label: lineOf(one) }))}
        />
      ) : q === "" ? null : (
        <p className="text-ink-2">{t("form.noneFound", { q })}</p>
      )}
      <Disclosure label={t("form.newPerson")} open={found.length === 0}>
        <PersonFields now={null} today={today} withIdNo />
      </Disclosure>
      <h2 className="font-semibold text-h3">{t("form.standing")}</h2>
      <StandingFields now={null} today={today} />
      <ChipGroup
        name="how"
        label={t("form.how")}
        kind="radio"
        required
        defaultValue="FOUND"
        options={WAYS_IN.map((way) => ({ value: way, label: t(`way.${way}`) }))}
      />
      <div className="grid gap-4 pad:grid-cols-2">
        <Field name="fromOn" label={t("form.fromOn")} hint={t("form.fromHint")} optional>
          <DateInput today={today} max={today} />
        </Field>
        <Field name="cameFrom" label={t("form.cameFrom")} hint={t("form.cameHint")} optional>
          <TextInput maxLength={80} autoComplete="off" />
        </Field>
      </div>
      <div>
        <SubmitButton>{t("form.save")}</SubmitButton>
      </div>
    </Form>
  );
}
