"use client";

/** How one likes to read, chosen where there is no network: it holds at once on this phone, and goes to one's account with the next sync. */

import { useEffect, useState } from "react";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { about, tellAbout } from "./about-phone.ts";
import { useFieldWords } from "./field-words.tsx";
import { valuesOf } from "./form-values.ts";
import { type Look, lookIn, lookWith, wearLook } from "./page-look.ts";
import { sync } from "./sync-now.ts";

type Choices = { label: string; options: readonly { value: string; label: string }[] };
/** By the names under which the account keeps them. */
export type LookWords = Record<keyof Look, Choices> & { title: string; save: string };

export function MyLook({ words }: { words: LookWords }) {
  const { me, form } = useFieldWords();
  const [now, setNow] = useState<Look | null>(null);
  const [kept, setKept] = useState(0);
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    void about().then((phone) => {
      setNow(lookIn(phone?.look));
      setWaits(phone?.wishes !== undefined && !phone.wishesTold);
    });
  }, []);
  if (!now) return null;
  const save: FormAction<unknown> = async (_previous, typed) => {
    const wishes = { ...now, ...valuesOf(typed) } as Look;
    const look = lookWith((await about())?.look, wishes);
    try {
      await tellAbout({ look, wishes, wishesTold: false });
    } catch {
      return { ok: false, problem: { code: "storage", message: form.noSpace } };
    }
    wearLook(look);
    setNow(wishes);
    setKept((times) => times + 1);
    setWaits(true);
    void sync("just written");
    return { ok: true, value: null };
  };
  return (
    <section>
      <h2 className="mb-2 text-h2">{words.title}</h2>
      <div role="status" className="mb-2 empty:hidden">
        {kept > 0 ? <Notice tone="ok">{me.kept}</Notice> : waits ? <Notice>{me.waits}</Notice> : null}
      </div>
      <Form key={kept} action={save} className="grid gap-4">
        {(["textSize", "theme", "density", "colorSafe"] as const).map((name) => (
          <ChipGroup key={name} kind="radio" name={name} defaultValue={now[name]} {...words[name]} />
        ))}
        <SubmitButton size="large" wide>
          {words.save}
        </SubmitButton>
      </Form>
      <p className="mt-2 text-note text-ink-2">{me.language}</p>
    </section>
  );
}
