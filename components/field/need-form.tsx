"use client";

/** A need that a family, or a whole village, tells where there is no network: what for, how soon, a few words. It lies in the outbox when it is saved. */

import { useContext, useId } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { fill } from "#components/ui/words.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { URGENCIES } from "#lib/domains/needs/need.ts";
import { valuesOf } from "./form-values.ts";
import { keepOrMend } from "./keep-or-mend.ts";
import { OfflineHousehold } from "./offline-household.ts";
import { contentOf } from "./outbox.ts";
import { randomId } from "./random-id.ts";
import { UnfinishedNote } from "./unfinished-note.tsx";
import { beijingToday } from "./use-phone.ts";
import { useUnfinished } from "./use-unfinished.ts";

type Choice = { value: string; label: string };
type Props = {
  categories: readonly Choice[];
  urgencies: readonly Choice[];
  words: Record<
    | "category"
    | "urgency"
    | "words"
    | "save"
    | "choose"
    | "noSpace"
    | "sentMeanwhile"
    | "mending"
    | "title"
    | "ofVillage",
    string
  >;
};

export function NeedForm(props: Props) {
  const household = useContext(OfflineHousehold);
  return household ? <Fields {...props} household={household} /> : null;
}

type Household = { id: string; head: string; village?: number };

function Fields({ categories, urgencies, words, household }: Props & { household: Household }) {
  const { id: householdId, head, village } = household;
  const form = useId();
  const title = fill(village ? words.ofVillage : words.title, { name: head });
  const keeping = useUnfinished(form, { id: `need:${village ?? householdId}`, head, title });
  const save: FormAction<unknown> = async (_previous, typed) => {
    const told = valuesOf(typed);
    const category = categories.find(({ value }) => value === told.category);
    const refusal = (message: string, fields: Record<string, string[]> = {}) => ({
      ok: false as const,
      problem: { code: "invalid", message, fields },
    });
    if (!category) return refusal(words.choose, { category: [words.choose] });
    const id = keeping.mending?.id ?? randomId();
    // The day on which it was told stays, also when its words are mended later.
    const raisedOn = keeping.mending
      ? JSON.parse((await contentOf(keeping.mending)).values).raisedOn
      : beijingToday();
    const whose = village ? { villageId: village } : { householdId };
    const values = JSON.stringify({ ...told, id, ...whose, raisedOn, source: "SELF" });
    const content = { householdId, head, values, need: { label: category.label } };
    return keepOrMend({ id, kind: "NEED", content }, keeping, words, "/today?kept=1");
  };
  return (
    <Form action={save} id={form} className="grid max-w-xl gap-3">
      {keeping.mending ? <p className="text-ink-2">{words.mending}</p> : null}
      <ChipGroup
        name="category"
        label={words.category}
        kind="radio"
        required
        columns={5}
        options={categories}
      />
      <ChipGroup
        name="urgency"
        label={words.urgency}
        kind="radio"
        columns={2}
        defaultValue={URGENCIES[0]}
        options={urgencies}
      />
      <Field name="words" label={words.words} optional>
        <Textarea rows={2} maxLength={500} />
      </Field>
      <UnfinishedNote keeping={keeping} />
      <SubmitButton size="large" wide>
        {words.save}
      </SubmitButton>
    </Form>
  );
}
