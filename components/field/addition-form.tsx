"use client";

/** Words that are added to a visit without a network: they lie in the outbox when they are saved, and the visit stands as it was. */

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { useFieldWords } from "./field-words.tsx";
import { valuesOf } from "./form-values.ts";
import { randomId } from "./random-id.ts";
import { sync } from "./sync-now.ts";
import { writeDown } from "./write-down.ts";

type Props = {
  visit: { id: string; householdId: string; head: string };
  words: Record<"words" | "hint" | "save" | "needed" | "noSpace", string>;
};

/** As many as the server asks for. */
const LEAST = 2;

export function AdditionForm({ visit, words }: Props) {
  const { today } = useFieldWords();
  // A new form for the next words, once these lie in the outbox.
  const [kept, setKept] = useState(0);
  const save: FormAction<unknown> = async (_previous, form) => {
    const said = String(valuesOf(form).words ?? "").trim();
    const refusal = (message: string, fields: Record<string, string[]> = {}) => ({
      ok: false as const,
      problem: { code: "invalid", message, fields },
    });
    if (said.length < LEAST) return refusal(words.needed, { words: [words.needed] });
    const { householdId, head } = visit;
    const id = randomId();
    const values = JSON.stringify({ id, visitId: visit.id, householdId, words: said });
    try {
      await writeDown([
        { id, kind: "ADDITION", content: { values, householdId, head, addition: { words: said } } },
      ]);
    } catch {
      return refusal(words.noSpace);
    }
    setKept((times) => times + 1);
    void sync("just written");
    return { ok: true, value: null };
  };
  return (
    <div>
      <div role="status" className="mb-2 empty:hidden">
        {kept > 0 ? <Notice tone="ok">{today.kept}</Notice> : null}
      </div>
      <Form key={kept} action={save} className="grid gap-3">
        <Field name="words" label={words.words} hint={words.hint} required>
          <Textarea rows={2} maxLength={500} />
        </Field>
        <SubmitButton size="large" wide>
          {words.save}
        </SubmitButton>
      </Form>
    </div>
  );
}
