"use client";

/** One case that the phone keeps: its number, how it stands, and taking in papers that were missing. */

import { useId } from "react";
import { CameChoice } from "#components/services/came-choice.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { KeptCase } from "#lib/domains/services/queries/kept-desk.ts";
import { standsIn } from "./desk-list.tsx";
import { useFieldWords } from "./field-words.tsx";
import { valuesOf } from "./form-values.ts";
import { keepOrMend } from "./keep-or-mend.ts";
import { randomId } from "./random-id.ts";
import { UnfinishedNote } from "./unfinished-note.tsx";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";
import { useUnfinished } from "./use-unfinished.ts";
import { WaitingAbout } from "./waiting-about.tsx";

export function DeskPapers({ one, today }: { one: KeptCase; today: string }) {
  const { desk: words } = useFieldWords();
  const form = useId();
  const about = { id: `papers:${one.id}`, head: one.applicant, title: `${one.item} · ${one.applicant}` };
  const keeping = useUnfinished(form, about);
  const save: FormAction<unknown> = async (_previous, typed) => {
    const told = valuesOf(typed);
    const fields = {
      ...([told.papers ?? []].flat().length === 0 ? { papers: [words.noPaper] } : {}),
      ...(told.came ? {} : { came: [words.choose] }),
    };
    const [message] = Object.values(fields).flat();
    if (message) return { ok: false, problem: { code: "invalid", message, fields } };
    const names = one.missing.filter(({ position }) => told.papers?.includes(String(position)));
    const content = {
      ...{ householdId: "", head: one.applicant, values: JSON.stringify({ ...told, id: one.id }) },
      service: { item: one.item, case: one.id, papers: names.map(({ name }) => name) },
    };
    const id = keeping.mending?.id ?? randomId();
    return keepOrMend({ id, kind: "PAPERS", content }, keeping, words, "/service-desk?kept=1");
  };
  // What was taken in already and waits is not asked for again.
  const taken = new Set(
    [...useContents(usePhone().items)]
      .filter(([id, { service }]) => service?.case === one.id && id !== keeping.mending?.id)
      .flatMap(([, { service }]) => service?.papers ?? []),
  );
  const missing = one.missing.filter(({ name }) => !taken.has(name));
  return (
    <div className="grid max-w-form gap-4">
      <dl className="divide-y divide-line rounded-card border border-line bg-card">
        {[
          [words.number, one.number],
          [words.acceptedOn, one.acceptedOn],
          [words.state, standsIn(one, today, words)],
        ].map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 px-4 py-2">
            <dt className="text-ink-2">{name}</dt>
            <dd className="tabular">{value}</dd>
          </div>
        ))}
      </dl>
      {keeping.mending ? null : <WaitingAbout is={({ service }) => service?.case === one.id} />}
      {missing.length > 0 && (one.state === "OPEN" || one.state === "PAUSED") ? (
        <Form action={save} id={form} className="grid gap-4">
          {keeping.mending ? <p className="text-ink-2">{words.mending}</p> : null}
          <ChipGroup
            name="papers"
            label={words.take}
            kind="checkbox"
            required
            options={missing.map(({ position, name }) => ({ value: String(position), label: name }))}
          />
          <CameChoice label={words.came} yes={words.cameYes} no={words.cameNo} />
          <UnfinishedNote keeping={keeping} />
          <SubmitButton size="large" wide>
            {words.save}
          </SubmitButton>
        </Form>
      ) : null}
      <p className="text-note text-ink-2">{words.rest}</p>
    </div>
  );
}
