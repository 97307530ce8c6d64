"use client";

/** What a family says of a result, written down without a network: it lies in the outbox when it is saved. */

import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { NeedToKeep } from "#lib/domains/needs/queries/needs-to-keep.ts";
import { valuesOf } from "./form-values.ts";
import { randomId } from "./random-id.ts";
import { sync } from "./sync-now.ts";
import { beijingToday } from "./use-phone.ts";
import { writeDown } from "./write-down.ts";

export type VerdictFormWords = Record<"note" | "label" | "words" | "save" | "choose" | "noSpace", string> & {
  verdicts: readonly { value: string; label: string }[];
};
type Props = { need: NeedToKeep; category: string; words: VerdictFormWords };

export function VerdictForm({ need, category, words }: Props) {
  const save: FormAction<unknown> = async (_previous, form) => {
    const told = valuesOf(form);
    const verdict = words.verdicts.find(({ value }) => value === told.verdict);
    const refusal = (message: string, fields: Record<string, string[]> = {}) => ({
      ok: false as const,
      problem: { code: "invalid", message, fields },
    });
    if (!verdict) return refusal(words.choose, { verdict: [words.choose] });
    const { id, version, householdId, about } = need;
    const values = JSON.stringify({
      ...{ id, householdId, version, verdict: verdict.value, onDay: beijingToday() },
      ...(told.words ? { words: told.words } : {}),
    });
    try {
      await writeDown([
        {
          ...{ id: randomId(), kind: "VERDICT" },
          content: {
            ...{ values, householdId: householdId ?? "", head: about },
            verdict: { category, label: verdict.label, options: words.verdicts },
          },
        },
      ]);
    } catch {
      return refusal(words.noSpace);
    }
    void sync("just written");
    return { ok: true, value: null };
  };
  return (
    <Form action={save} id="judge" className="grid gap-3">
      <p className="text-ink-2">{words.note}</p>
      <ChipGroup
        name="verdict"
        label={words.label}
        kind="radio"
        required
        big
        columns={3}
        options={words.verdicts.map(({ value, label }) => ({
          ...{ value, label },
          mark: value === "DISSATISFIED" ? ("behind" as const) : ("ok" as const),
        }))}
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
