"use client";

/** What is received at a window where there is no network: who asks, and which papers were handed in. It lies in the outbox when it is saved. */

import { useId } from "react";
import { CameChoice } from "#components/services/came-choice.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { fill } from "#components/ui/words.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ItemChoice, WindowChoice } from "#lib/domains/services/queries/form.ts";
import type { KeptHousehold } from "#lib/domains/sync/queries/first-sync.ts";
import { limitIn } from "./desk-choice.tsx";
import { useFieldWords } from "./field-words.tsx";
import { valuesOf } from "./form-values.ts";
import { keepOrMend } from "./keep-or-mend.ts";
import { randomId } from "./random-id.ts";
import { UnfinishedNote } from "./unfinished-note.tsx";
import { useUnfinished } from "./use-unfinished.ts";

type Props = { window: WindowChoice; item: ItemChoice; households: readonly KeptHousehold[] };

export function DeskForm({ window, item, households }: Props) {
  const { desk: words } = useFieldWords();
  const form = useId();
  const known = useId();
  const about = { id: `desk:${window.id}:${item.id}`, head: item.name, title: item.name };
  const keeping = useUnfinished(form, about, "case");
  const save: FormAction<unknown> = async (_previous, typed) => {
    const told = valuesOf(typed);
    const applicant = String(told.applicant ?? "").trim();
    if (!applicant)
      return {
        ok: false,
        problem: { code: "invalid", message: words.noApplicant, fields: { applicant: [words.noApplicant] } },
      };
    const id = keeping.mending?.id ?? randomId();
    const values = { ...told, applicant, id, windowId: window.id, itemId: item.id };
    const content = {
      ...{ householdId: "", head: applicant, values: JSON.stringify(values) },
      service: { item: item.name },
    };
    return keepOrMend({ id, kind: "CASE", content }, keeping, words, "/service-desk?kept=1");
  };
  return (
    <Form action={save} id={form} className="grid max-w-form gap-4">
      {keeping.mending ? <p className="text-ink-2">{words.mending}</p> : null}
      <p>
        <span className="block text-h3">{item.name}</span>
        <span className="text-ink-2">{fill(words.limit, { limit: limitIn(item.limitDays, words) })}</span>
      </p>
      <Field name="applicant" label={words.applicant} required>
        <TextInput width="medium" maxLength={30} autoComplete="off" />
      </Field>
      {item.papers.length > 0 ? (
        <ChipGroup
          name="papers"
          label={words.papers}
          hint={words.papersHint}
          kind="checkbox"
          options={item.papers.map((name, at) => ({ value: String(at + 1), label: name }))}
        />
      ) : (
        <p className="text-ink-2">{words.noPapers}</p>
      )}
      <CameChoice label={words.how} yes={words.atWindow} no={words.atHome} chosen="YES" />
      <Field name="householdNo" label={words.household} hint={words.householdHint} optional>
        <TextInput width="medium" maxLength={30} autoComplete="off" list={known} />
      </Field>
      <datalist id={known}>
        {households.map(({ id, no, head }) => (
          <option key={id} value={no} label={head} />
        ))}
      </datalist>
      <UnfinishedNote keeping={keeping} />
      <p className="text-ink-2">{words.later}</p>
      <SubmitButton size="large" wide>
        {words.save}
      </SubmitButton>
      {keeping.mending ? null : (
        <p>
          <a href={`/service-desk/new?window=${window.id}`} className="inline-flex min-h-touch items-center">
            {words.another}
          </a>
        </p>
      )}
    </Form>
  );
}
