/** One screen for one visit: everything prefilled but the situation, big chips for a thumb, and the save button under it. */
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ChangedFacts } from "#components/field/changed-facts.tsx";
import { KeptForm } from "#components/field/kept-form.tsx";
import { OnlyOnline } from "#components/field/only-online.tsx";
import { PhotoChoice } from "#components/field/photo-choice.tsx";
import { Overwrite } from "#components/households/overwrite.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea, TextInput } from "#components/ui/inputs.tsx";
import { addDays } from "#lib/base/calendar.ts";
import type { FormAction } from "#lib/base/outcome.ts";
import type { FamilyFacts } from "#lib/domains/households/door-facts.ts";
import type { HouseholdToVisit } from "#lib/domains/visits/queries/visit-form.ts";
import {
  MET_WITH,
  MOST_PHOTOS,
  SITUATION_LIGHT,
  SITUATIONS,
  TOPICS,
  VISIT_KINDS,
} from "#lib/domains/visits/visit.ts";
import { askedFacts, factWords } from "./asked-facts.ts";

type Props<T> = {
  id: string;
  household: HouseholdToVisit;
  today: string;
  save: FormAction<T>;
  /** What the family may ask for on this visit. */
  need: ReactNode;
  /** The family as the server knows it; left out where the phone itself does. */
  family?: FamilyFacts;
};

export async function VisitForm<T>({ id, household, today, save, need, family }: Props<T>) {
  const t = await getTranslations("visits");
  const common = await getTranslations("common");
  const field = await getTranslations("field");
  const problems = await getTranslations("problems");
  const photos = {
    label: field("form.photos"),
    choose: field("form.choose"),
    chosen: field.raw("form.chosen"),
    tooMany: field.raw("form.tooMany"),
    hint: field.raw("form.hint"),
  };
  const asked = await askedFacts();
  return (
    <KeptForm
      action={save}
      head={household.headName}
      householdId={household.id}
      mostPhotos={MOST_PHOTOS}
      asked={asked}
      members={family?.members ?? []}
      words={{
        photoUnreadable: field("form.photoUnreadable"),
        noSpace: field("form.noSpace"),
        needed: {
          situation: problems("visit.chooseSituation"),
          standInReason: problems("visit.standInReason"),
          needCategory: problems("need.category"),
        },
        invalid: problems("invalid"),
        choose: problems("choose"),
        whatChanged: problems("visit.whatChanged"),
        day: problems("day"),
        noSuchDay: problems("noSuchDay"),
        ahead: problems("visit.notYet"),
        tooLate: problems.raw("visit.tooLate"),
        sentMeanwhile: field("form.sentMeanwhile"),
        tooManyPhotos: field("form.tooManyPhotos", { most: MOST_PHOTOS }),
        draft: field.raw("form.draft"),
        discard: field("form.discard"),
        mending: field("form.mending"),
      }}
      className="group/visit grid max-w-xl gap-2.5"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="householdId" value={household.id} />
      {household.mine ? null : (
        <Field name="standInReason" label={t("form.standIn")} hint={t("form.standInHint")} required>
          <TextInput maxLength={100} />
        </Field>
      )}
      <div className="grid grid-cols-2 gap-2 care:grid-cols-1">
        <Field name="visitedOn" label={t("form.day")}>
          <DateInput
            today={today}
            defaultValue={today}
            min={addDays(today, -household.lateDays)}
            max={today}
          />
        </Field>
        <Field name="metWith" label={t("form.metWith")}>
          <Select
            options={MET_WITH.map((value) => ({ value, label: t(`metWith.${value}`) }))}
            defaultValue="HEAD"
          />
        </Field>
      </div>
      <ChipGroup
        name="situation"
        label={t("form.situation")}
        kind="radio"
        required
        big
        columns={3}
        options={SITUATIONS.map((value) => ({
          value,
          label: t(`situation.${value}`),
          mark: SITUATION_LIGHT[value],
        }))}
      />
      <div className="hidden group-has-[input[name=situation][value=CHANGED]:checked]/visit:block">
        <ChangedFacts asked={asked} words={await factWords()} family={family} />
        <Overwrite label={t("form.overwrite")} />
      </div>
      <ChipGroup
        name="topics"
        label={t("form.topics")}
        kind="checkbox"
        columns={(await getLocale()) === "en" ? 4 : 5}
        options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
      />
      {need}
      <ChipGroup
        name="kind"
        label={t("form.kind")}
        kind="radio"
        columns={3}
        defaultValue="HOME"
        options={VISIT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <Field name="note" label={t("form.note")} optional>
        <Textarea rows={1} maxLength={500} />
      </Field>
      <PhotoChoice words={photos} most={MOST_PHOTOS} />
      <div className="sticky bottom-14 z-10 -mx-4 border-line border-t bg-card px-4 py-2 desk:static desk:mx-0 desk:border-0 desk:bg-transparent desk:px-0">
        <SubmitButton size="large" wide>
          {common("save")}
        </SubmitButton>
      </div>
      <OnlyOnline>
        <SubmitButton kind="quiet" size="small" name="next" value="photos">
          {t("form.saveAndPhotos")}
        </SubmitButton>
      </OnlyOnline>
    </KeptForm>
  );
}
