/** The facts of an entity: the same form registers and corrects it. */
import { getTranslations } from "next-intl/server";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { inYuan } from "#lib/base/money.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Seat, SeatChoices } from "#lib/domains/industry/queries/entity-choices.ts";
import type { EntityView } from "#lib/domains/industry/queries/get-entity.ts";
import { offeredOf } from "#lib/domains/industry/words.ts";
import { industryNames } from "./names.ts";
import { VillageBoxes, type VillageGroup } from "./village-boxes.tsx";

type Props = {
  entity: EntityView | null;
  choices: SeatChoices;
  /** Where the viewer may register. */
  seats: readonly Seat[];
  today: string;
  save: FormAction<{ id: string }>;
};

export async function EntityForm({ entity, choices, seats, today, save }: Props) {
  const t = await getTranslations("industry");
  const names = await industryNames(choices.words);
  const ticked = entity?.villages.map(({ id }) => id) ?? [];
  const only = seats.length === 1 ? seats[0] : undefined;
  const seat = entity?.divisionId ?? only?.id;
  const text = (value: number | string | null | undefined) =>
    value === null || value === undefined ? undefined : String(value);
  return (
    <Form action={save} id="entity" className="grid max-w-3xl gap-4">
      {entity ? (
        <>
          <input type="hidden" name="id" value={entity.id} />
          <input type="hidden" name="version" value={entity.version} />
        </>
      ) : null}
      <Field name="name" label={t("form.name")} required>
        <TextInput defaultValue={entity?.name} maxLength={60} autoComplete="off" />
      </Field>
      <Field name="kind" label={t("form.kind")} required>
        <Select
          empty={t("form.choose")}
          width="medium"
          defaultValue={entity?.kind}
          options={names.options(offeredOf(choices.words.kinds, today, entity?.kind))}
        />
      </Field>
      <Field name="divisionId" label={t("form.seat")} hint={t("form.seatHint")} required>
        <Select
          empty={t("form.choose")}
          width="medium"
          defaultValue={text(seat)}
          options={seats.map((one) => ({
            value: String(one.id),
            label: one.name,
            group: one.township ?? choices.county?.name,
          }))}
        />
      </Field>
      <VillageBoxes
        label={t("form.villages")}
        hint={t("form.villagesHint")}
        groups={groupsOf(choices.seats, ticked, (count) => t("form.chosen", { count }))}
        ticked={ticked.length > 0 ? ticked : only?.level === "VILLAGE" ? [only.id] : []}
        open={
          seats.find(({ id }) => id === seat)?.township ??
          seats.find(({ township }) => township)?.township ??
          null
        }
      />
      <Field name="creditNo" label={t("form.creditNo")} hint={t("form.creditHint")} optional>
        <TextInput defaultValue={text(entity?.creditNo)} maxLength={30} autoComplete="off" width="medium" />
      </Field>
      <Field name="registeredOn" label={t("form.registered")} optional>
        <DateInput today={today} max={today} defaultValue={text(entity?.registeredOn)} />
      </Field>
      <Field name="capital" label={t("form.capital")} hint={t("form.capitalHint")} optional>
        <TextInput
          inputMode="decimal"
          unit={t("form.yuan")}
          width="medium"
          defaultValue={entity && entity.capitalFen !== null ? inYuan(entity.capitalFen) : undefined}
        />
      </Field>
      <Field name="operator" label={t("form.operator")} optional>
        <TextInput defaultValue={text(entity?.operator)} maxLength={40} width="medium" autoComplete="off" />
      </Field>
      <div className="grid gap-4 pad:grid-cols-3">
        <Field name="memberCount" label={t("form.members")} optional>
          <TextInput inputMode="numeric" unit={t("form.people")} defaultValue={text(entity?.memberCount)} />
        </Field>
        <Field name="partyMembers" label={t("form.partyMembers")} optional>
          <TextInput inputMode="numeric" unit={t("form.people")} defaultValue={text(entity?.partyMembers)} />
        </Field>
        <Field name="fullMembers" label={t("form.full")} optional>
          <TextInput inputMode="numeric" unit={t("form.people")} defaultValue={text(entity?.fullMembers)} />
        </Field>
      </div>
      <div>
        <SubmitButton>{entity ? t("form.save") : t("form.register")}</SubmitButton>
      </div>
    </Form>
  );
}

function groupsOf(
  seats: readonly Seat[],
  ticked: readonly number[],
  said: (count: number) => string,
): VillageGroup[] {
  const villages = seats.filter(({ level, township }) => level === "VILLAGE" && township !== null);
  const townships = [...new Set(villages.map(({ township }) => township ?? ""))];
  return townships.map((township) => {
    const own = villages.filter((village) => village.township === township);
    const count = own.filter(({ id }) => ticked.includes(id)).length;
    return {
      township,
      chosen: count > 0 ? said(count) : "",
      villages: own.map(({ id, name }) => ({ id, name })),
    };
  });
}
