"use client";

/** A need that a family tells where there is no network: what for, how soon, a few words. It lies in the outbox when it is saved. */

import { useContext } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { URGENCIES } from "#lib/domains/needs/need.ts";
import { valuesOf } from "./form-values.ts";
import { OfflineHousehold } from "./offline-household.ts";
import { randomId } from "./random-id.ts";
import { sync } from "./sync-now.ts";
import { beijingToday } from "./use-phone.ts";
import { writeDown } from "./write-down.ts";

type Choice = { value: string; label: string };
type Props = {
  categories: readonly Choice[];
  urgencies: readonly Choice[];
  words: Record<"category" | "urgency" | "words" | "save" | "choose" | "noSpace", string>;
};

export function NeedForm({ categories, urgencies, words }: Props) {
  const household = useContext(OfflineHousehold);
  if (!household) return null;
  const { id: householdId, head } = household;
  const save: FormAction<unknown> = async (_previous, form) => {
    const told = valuesOf(form);
    const category = categories.find(({ value }) => value === told.category);
    const refusal = (message: string, fields: Record<string, string[]> = {}) => ({
      ok: false as const,
      problem: { code: "invalid", message, fields },
    });
    if (!category) return refusal(words.choose, { category: [words.choose] });
    const id = randomId();
    const values = JSON.stringify({ ...told, id, householdId, raisedOn: beijingToday(), source: "SELF" });
    try {
      await writeDown([
        { id, kind: "NEED", content: { householdId, head, values, need: { label: category.label } } },
      ]);
    } catch {
      return refusal(words.noSpace);
    }
    void sync("just written");
    location.assign("/today?kept=1");
    return new Promise(() => undefined); // the form stays as it is until the next page stands there
  };
  return (
    <Form action={save} className="grid max-w-xl gap-3">
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
      <SubmitButton size="large" wide>
        {words.save}
      </SubmitButton>
    </Form>
  );
}
