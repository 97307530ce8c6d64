"use client";

/** Ticks who was at a training where there is no network: from the rosters that the phone holds, others by name. It lies in the outbox when it is saved. */

import { useEffect, useId, useState } from "react";
import { Field, FieldErrors, fieldClass, labelClass } from "#components/ui/field.tsx";
import { Form, SubmitButton, useForm } from "#components/ui/form.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Textarea } from "#components/ui/inputs.tsx";
import { fill } from "#components/ui/words.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import type { KeptTraining } from "#lib/domains/trainings/queries/trainings-to-keep.ts";
import { AUDIENCES, type Audience } from "#lib/domains/trainings/training.ts";
import { useFieldWords } from "./field-words.tsx";
import { valuesOf } from "./form-values.ts";
import { keepOrMend } from "./keep-or-mend.ts";
import { type Content, kindOf } from "./outbox.ts";
import { randomId } from "./random-id.ts";
import { rosterOf, type ToTick } from "./training-roster.ts";
import { UnfinishedNote } from "./unfinished-note.tsx";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";
import { useUnfinished } from "./use-unfinished.ts";

type Props = { training: KeptTraining; registry: FirstSync; audiences: Record<string, string> };

export function AttendanceForm({ training, registry, audiences }: Props) {
  const { training: words } = useFieldWords();
  const form = useId();
  const { id, title } = training;
  const keeping = useUnfinished(form, { id: `training:${id}`, head: title, title });
  const waiting = useTickedElsewhere(id);
  const there = new Set(training.there.map(({ person }) => person));
  const people = rosterOf(registry).filter((one) => !there.has(one.id) && !waiting.has(one.id));
  const save: FormAction<unknown> = async (_previous, typed) => {
    const told = valuesOf(typed);
    const ticked = [told.people ?? []].flat();
    const names = String(told.names ?? "").trim();
    if (ticked.length === 0 && !names)
      return {
        ok: false,
        problem: { code: "invalid", message: words.nobody, fields: { people: [words.nobody] } },
      };
    const sheet = keeping.mending?.id ?? randomId();
    const nameOf = new Map(people.map((one) => [one.id, one.name]));
    const called = ticked.map((one) => nameOf.get(one) ?? "");
    const others = names.split(/\r?\n/).filter((line) => line.trim());
    const content = {
      ...{ householdId: "", head: title },
      values: JSON.stringify({ id, sheet, people: ticked, called, names }),
      training: { id, title, people: [...called, ...others] },
    };
    return keepOrMend({ id: sheet, kind: "ATTENDANCE", content }, keeping, words, "/trainings?kept=1");
  };
  return (
    <Form action={save} id={form} className="grid gap-4">
      {keeping.mending ? <p className="text-ink-2">{words.mending}</p> : null}
      <Roster formId={form} people={people} first={training.audience} audiences={audiences} />
      <Field name="names" label={words.others} hint={words.othersHint} optional>
        <Textarea rows={2} maxLength={2000} />
      </Field>
      <UnfinishedNote keeping={keeping} />
      <SubmitButton size="large" wide>
        {words.save}
      </SubmitButton>
    </Form>
  );
}

type RosterProps = {
  formId: string;
  people: readonly ToTick[];
  first: Audience;
  audiences: Record<string, string>;
};

/** All are there, so that a tick stays when another roster or another name is looked for. */
function Roster({ formId, people, first, audiences }: RosterProps) {
  const { training: words } = useFieldWords();
  const { problem } = useForm();
  const [roster, setRoster] = useState<Audience>(first);
  const [sought, setSought] = useState("");
  const ticked = useTicked(formId);
  const errors = problem?.fields?.people ?? [];
  const shown = people.filter((one) => one.rosters.includes(roster) && one.sought.includes(sought.trim()));
  const visible = new Set(shown.map(({ id }) => id));
  return (
    <fieldset data-field="people" data-label={words.tick} className={fieldClass(errors.length > 0)}>
      <legend className={`${labelClass} mb-1`}>{words.tick}</legend>
      <FieldErrors id={`${formId}-people-error`} errors={errors} />
      <div className="mb-2 flex flex-wrap gap-2">
        {AUDIENCES.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === roster}
            onClick={() => setRoster(one)}
            className="inline-flex min-h-touch min-w-touch items-center rounded-control border border-control bg-card px-3 text-ink aria-pressed:border-brand aria-pressed:font-semibold"
          >
            {audiences[one]}
          </button>
        ))}
      </div>
      <label className="mb-2 block">
        <span className="text-note text-ink-2">{words.find}</span>
        <input
          type="search"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          className={inputClass}
        />
      </label>
      <p role="status" className="mb-2 text-note">
        {fill(words.chosen, { count: ticked })}
      </p>
      {shown.length === 0 ? <p className="text-ink-2">{sought ? words.noHit : words.noneHere}</p> : null}
      <ul className="max-h-[60dvh] divide-y divide-line overflow-y-auto rounded-card border border-line bg-card">
        {people.map(({ id, name, note }) => (
          <li key={id} hidden={!visible.has(id)}>
            <label className="flex min-h-touch items-center gap-3 px-4 py-2 has-checked:bg-link-tint">
              <input type="checkbox" name="people[]" value={id} className="size-5 shrink-0" />
              <span className="font-semibold">{name}</span>
              <span className="min-w-0 grow text-right text-note text-ink-2">{note}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** How many are ticked, by hand or put back from what was begun. */
function useTicked(formId: string): number {
  const [ticked, setTicked] = useState(0);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    const count = () => setTicked(new FormData(form).getAll("people[]").length);
    form.addEventListener("change", count);
    return () => form.removeEventListener("change", count);
  }, [formId]);
  return ticked;
}

/** Which waiting list is being mended, as the address says. */
const mended = () => new URLSearchParams(location.search).get("item");

const peopleIn = ({ values }: Content): string[] =>
  (JSON.parse(values) as { people?: string[] }).people ?? [];

/** Whoever stands on another list of the same training that waits here. */
function useTickedElsewhere(id: string): ReadonlySet<string> {
  const { items } = usePhone();
  const contents = useContents(items);
  const lists = items.filter((item) => kindOf(item) === "ATTENDANCE" && item.id !== mended());
  return new Set(
    lists.flatMap((item) => {
      const content = contents.get(item.id);
      return content?.training?.id === id ? peopleIn(content) : [];
    }),
  );
}
