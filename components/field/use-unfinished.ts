"use client";

/** Keeps what is typed into a form of the phone, puts it back when the form opens again, and fills in what is being mended. */

import { useEffect, useRef, useState } from "react";
import { typeAgain } from "#components/ui/type-again.ts";
import { valuesOf } from "./form-values.ts";
import { contentOf, type Item, itemOf } from "./outbox.ts";
import { dropUnfinished, keepUnfinished, keyOf, type Typed, unfinished } from "./unfinished.ts";
import { keepPhotos, putPhotosBack } from "./unfinished-photos.ts";
import { usePhone } from "./use-phone.ts";

/** So long after the last letter it is kept. */
const REST_MS = 600;

/** `title` where it is no household. */
type Subject = { id: string; head: string; title?: string };
export type Keeping = {
  /** When it was kept last; null = nothing is. */
  at: number | null;
  /** What waits in the outbox and is being mended. */
  mending: Item | null;
  /** No more is kept until it is told to go on: the form is being saved. */
  pause(): Promise<void>;
  resume(): void;
};

/** `mends`: under which name the address tells what is being mended. */
export function useUnfinished(
  formId: string,
  { id: householdId, head, title }: Subject,
  mends = "item",
): Keeping {
  const { ready, account } = usePhone();
  const [at, setAt] = useState<number | null>(null);
  const [mending, setMending] = useState<Item | null>(null);
  const handle = useRef({ pause: async () => {}, resume: () => {} });
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!ready || account === null || !householdId || !(form instanceof HTMLFormElement)) return;
    const named = new URLSearchParams(location.search).get(mends);
    const about = named ?? householdId;
    let touched = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const values = valuesOf(new FormData(form));
      // A phone without space says so when the visit is saved.
      const href = location.pathname + location.search;
      void keepUnfinished(account, about, {
        householdId,
        head,
        values,
        href,
        ...(title ? { title } : {}),
      }).then(setAt, () => undefined);
    };
    const photos = () => form.querySelector<HTMLInputElement>("input[type=file][name=photos]");
    const keepChosen = () => {
      const files = photos()?.files;
      if (files) void keepPhotos(account, keyOf(account, about), files).catch(() => undefined);
    };
    const typed = (event: Event) => {
      touched = true;
      if (event.target === photos()) keepChosen();
      clearTimeout(timer);
      timer = setTimeout(keep, REST_MS);
    };
    const leaving = () => timer !== undefined && keep();
    form.addEventListener("input", typed);
    addEventListener("pagehide", leaving);
    handle.current = {
      pause: async () => {
        clearTimeout(timer);
        timer = undefined;
        setAt(null);
        await dropUnfinished(account, about);
      },
      resume: () => {
        keep();
        keepChosen();
      },
    };
    const open = async () => {
      const item = named ? await itemOf(named) : undefined;
      const mine = item && item.account === account && !item.taken ? item : null;
      setMending(mine);
      const begun = await unfinished(account, about).catch(() => null);
      const values = begun?.values ?? (mine && (JSON.parse((await contentOf(mine)).values) as Typed));
      if (!values || touched) return;
      typeAgain(form, asForm(values));
      form.dispatchEvent(new Event("change"));
      if (begun) setAt(begun.at);
      const field = photos();
      if (begun && field) await putPhotosBack(account, keyOf(account, about), field);
    };
    void open();
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", typed);
      removeEventListener("pagehide", leaving);
    };
  }, [formId, ready, account, householdId, head, title, mends]);
  return {
    ...{ at, mending },
    pause: () => handle.current.pause(),
    resume: () => handle.current.resume(),
  };
}

function asForm(values: Typed): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    if (Array.isArray(value)) for (const one of value) form.append(`${name}[]`, one);
    else form.append(name, value);
  return form;
}
