/** Forms of the desk about a team and its members. */
import { getTranslations } from "next-intl/server";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { MemberView, PersonForTeam, TeamView } from "#lib/domains/resident-teams/queries/show.ts";
import { ENDINGS, ROLES } from "#lib/domains/resident-teams/team.ts";

type Team = TeamView["team"];
type Save = FormAction<{ id: string }>;

type FoundProps = {
  villages: readonly { id: number; name: string; township: string }[];
  chosen: number;
  today: string;
  save: Save;
};
export async function FoundForm({ villages, chosen, today, save }: FoundProps) {
  const t = await getTranslations("teams");
  return (
    <Form action={save} id="found" className="grid max-w-form gap-4">
      <Field name="divisionId" label={t("village")} required>
        <Select
          options={villages.map(({ id, name, township }) => ({
            value: String(id),
            label: name,
            group: township,
          }))}
          empty=""
          defaultValue={villages.some(({ id }) => id === chosen) ? String(chosen) : ""}
        />
      </Field>
      <Description team={null} today={today} />
      <Field name="fromOn" label={t("found.from")} required>
        <DateInput today={today} max={today} />
      </Field>
      <div>
        <SubmitButton>{t("found.save")}</SubmitButton>
      </div>
    </Form>
  );
}

async function Description({ team, today }: { team: Team | null; today: string }) {
  const t = await getTranslations("teams");
  return (
    <>
      <Field name="sendingUnit" label={t("found.unit")} required>
        <TextInput maxLength={60} autoComplete="off" defaultValue={team?.sendingUnit} />
      </Field>
      <Field name="batch" label={t("found.batch")} hint={t("found.batchHint")} required>
        <TextInput maxLength={40} autoComplete="off" defaultValue={team?.batch} />
      </Field>
      <Field name="dueOn" label={t("found.due")} optional>
        <DateInput today={today} defaultValue={team?.dueOn ?? undefined} />
      </Field>
    </>
  );
}

export async function TeamForm({ team, today, save }: { team: Team; today: string; save: Save }) {
  const t = await getTranslations("teams");
  return (
    <Form action={save} id="team" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={team.id} />
      <input type="hidden" name="version" value={team.version} />
      <Description team={team} today={today} />
      <div>
        <SubmitButton>{t("found.save")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function EndForm({ team, today, save }: { team: Team; today: string; save: Save }) {
  const t = await getTranslations("teams");
  return (
    <Form action={save} id="end" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={team.id} />
      <input type="hidden" name="version" value={team.version} />
      <p className="text-ink-2">{t("end.note")}</p>
      <Field name="toOn" label={t("end.day")} required>
        <DateInput today={today} />
      </Field>
      <div>
        <SubmitButton>{t("end.save")}</SubmitButton>
      </div>
    </Form>
  );
}

type JoinProps = { team: Team; q: string; found: readonly PersonForTeam[]; today: string; save: Save };
export async function JoinForm({ team, q, found, today, save }: JoinProps) {
  const t = await getTranslations("teams");
  const lineOf = (one: PersonForTeam) =>
    [
      one.name,
      one.unit ?? one.place,
      one.post,
      one.village ? t("join.livesIn", { village: one.village }) : null,
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <Form action={save} id="join" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={team.id} />
      {found.length > 0 ? (
        <ChipGroup
          name="personId"
          label={t("join.found")}
          kind="radio"
          options={[
            ...found.map((one) => ({ value: one.id, label: lineOf(one) })),
            { value: "NEW", label: t("join.nobody") },
          ]}
        />
      ) : q === "" ? null : (
        <p className="text-ink-2">{t("join.noneFound", { q })}</p>
      )}
      <Disclosure label={t("join.new")} open={found.length === 0}>
        <Field name="newName" label={t("member.name")} hint={t("join.newHint")} optional>
          <TextInput maxLength={30} autoComplete="off" />
        </Field>
      </Disclosure>
      <Standing member={null} />
      <Field name="fromOn" label={t("member.from")} required>
        <DateInput today={today} min={team.fromOn} max={today} />
      </Field>
      <div>
        <SubmitButton>{t("join.save")}</SubmitButton>
      </div>
    </Form>
  );
}

async function Standing({ member }: { member: MemberView | null }) {
  const t = await getTranslations("teams");
  return (
    <>
      <ChipGroup
        name="roles"
        label={t("join.roles")}
        hint={t("join.rolesHint")}
        kind="checkbox"
        required
        defaultValue={member?.roles}
        options={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
      <Field
        name="unit"
        label={t("member.unit")}
        hint={member ? undefined : t("join.unitHint")}
        required={member !== null}
        optional={member === null}
      >
        <TextInput maxLength={60} autoComplete="off" defaultValue={member?.unit} />
      </Field>
      <Field name="post" label={t("join.post")} optional>
        <TextInput maxLength={40} autoComplete="off" defaultValue={member?.post ?? undefined} />
      </Field>
      <ChipGroup
        name="orgMoved"
        label={t("member.orgMoved")}
        kind="radio"
        defaultValue={member?.orgMoved ? "yes" : ""}
        options={[
          { value: "yes", label: t("yes") },
          { value: "", label: t("no") },
        ]}
      />
    </>
  );
}

export async function MemberForm({ member, save }: { member: MemberView; save: Save }) {
  const t = await getTranslations("teams");
  return (
    <Form action={save} id="member" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={member.id} />
      <input type="hidden" name="version" value={member.version} />
      <Standing member={member} />
      <div>
        <SubmitButton>{t("join.keep")}</SubmitButton>
      </div>
    </Form>
  );
}

export async function LeavingForm({
  member,
  today,
  save,
}: {
  member: MemberView;
  today: string;
  save: Save;
}) {
  const t = await getTranslations("teams");
  return (
    <Form action={save} id="leaving" className="grid max-w-form gap-4">
      <input type="hidden" name="id" value={member.id} />
      <input type="hidden" name="version" value={member.version} />
      <ChipGroup
        name="ended"
        label={t("leaving.how")}
        kind="radio"
        required
        options={ENDINGS.map((value) => ({ value, label: t(`ended.${value}`) }))}
      />
      <Field name="toOn" label={t("leaving.day")} hint={t("leaving.dayHint")} required>
        <DateInput today={today} defaultValue={today} min={member.fromOn} />
      </Field>
      <Field name="why" label={t("leaving.why")} hint={t("leaving.whyHint")} optional>
        <TextInput maxLength={200} autoComplete="off" />
      </Field>
      <div>
        <SubmitButton>{t("leaving.save")}</SubmitButton>
      </div>
    </Form>
  );
}
