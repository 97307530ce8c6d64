"use client";

/** On a household's page without a network: what of the family changed, without a visit. It lies in the outbox when it is saved. */

import { useContext, useState } from "react";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { toldFacts } from "#lib/domains/visits/told-facts.ts";
import { type AskedFact, ChangedFacts, type FactWords } from "./changed-facts.tsx";
import { factDrafts } from "./fact-drafts.ts";
import { valuesOf } from "./form-values.ts";
import { OfflineHousehold } from "./offline-household.ts";
import { sync } from "./sync-now.ts";
import { writeDown } from "./write-down.ts";

type Props = {
  asked: readonly AskedFact[];
  words: FactWords & {
    changed: string;
    save: string;
    kept: string;
    nothing: string;
    choose: string;
    noSpace: string;
  };
};

export function FactForm({ asked, words }: Props) {
  const household = useContext(OfflineHousehold);
  const [kept, setKept] = useState(false);
  if (!household) return null;
  const save: FormAction<unknown> = async (_previous, form) => {
    setKept(false);
    const { told, missing } = toldFacts({ ...valuesOf(form), situation: "CHANGED" });
    const fields = Object.fromEntries(missing.map((name) => [name, [words.choose]]));
    const refusal = (message: string) => ({
      ok: false as const,
      problem: { code: "invalid", message, fields },
    });
    if (missing.length > 0) return refusal(words.choose);
    const drafts = factDrafts(told, asked, household, household.family.members);
    if (drafts.length === 0) return refusal(words.nothing);
    try {
      await writeDown(drafts);
    } catch {
      return refusal(words.noSpace);
    }
    setKept(true);
    void sync("just written");
    return { ok: true, value: null };
  };
  return (
    <details className="rounded-card border border-line bg-card px-4 py-2">
      <summary className="flex min-h-touch cursor-pointer items-center font-semibold">
        {words.changed}
      </summary>
      <div role="status" className="mb-2 empty:hidden">
        {kept ? <Notice tone="ok">{words.kept}</Notice> : null}
      </div>
      <Form action={save} className="grid gap-2.5 pb-2">
        <ChangedFacts asked={asked} words={words} />
        <SubmitButton wide>{words.save}</SubmitButton>
      </Form>
    </details>
  );
}
