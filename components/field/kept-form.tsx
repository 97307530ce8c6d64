"use client";

/**
 * The form of a visit on a phone: what is saved lies in the outbox before it is sent, so that no network can lose it.
 * Where the phone keeps nothing (another browser, a desk, no scripts) it is a form like any other.
 */

import { createContext, type ReactNode, useContext, useEffect, useId } from "react";
import { Form } from "#components/ui/form.tsx";
import { addDays } from "#lib/base/calendar.ts";
import type { FormAction, Outcome, ProblemView } from "#lib/base/outcome.ts";
import { itemNow, onPhone, phoneNow, sync, takeOut, writeDown } from "./phone.ts";
import { shrinkPhoto } from "./shrink-photo.ts";
import { randomId } from "./store.ts";
import { beijingToday } from "./use-phone.ts";

export type KeptFormWords = {
  photoUnreadable: string;
  noSpace: string;
  /** What the server would say much later, said at once: by field, for those that must be filled in. */
  needed: Record<string, string>;
  invalid: string;
};

/** Whom the form is about where no server filled it in. */
export const OfflineHousehold = createContext<{ id: string; head: string; lateDays: number } | null>(null);

type Props<T> = {
  action: FormAction<T>;
  head: string;
  words: KeptFormWords;
  className?: string;
  children: ReactNode;
};

/** So long the form waits for the server's word before it says that the visit is kept and will be sent. */
const PATIENCE_MS = 8_000;

export function KeptForm<T>({ action, head, words, className, children }: Props<T>) {
  const household = useContext(OfflineHousehold);
  const id = useId();
  useEffect(() => {
    if (household) setDay(document.getElementById(id), household.lateDays);
  }, [household, id]);

  const kept: FormAction<T> = async (previous, form) => {
    if (!phoneNow().ready) return action(previous, form);
    if (household) {
      form.set("householdId", household.id);
      form.set("id", randomId());
      if (form.has("needId")) form.set("needId", randomId());
    }
    return saveOnPhone(form, household?.head ?? head, words);
  };
  // The server must see the action itself: it is what a browser without scripts posts to.
  const chosen = typeof window === "undefined" ? action : kept;
  return (
    <Form action={chosen} id={id} className={className}>
      {children}
    </Form>
  );
}

/** The page was kept on another day: today is what the phone says it is. */
function setDay(form: HTMLElement | null, lateDays: number) {
  const today = beijingToday();
  const text = form?.querySelector<HTMLInputElement>("input[name=visitedOn]");
  const picker = form?.querySelector<HTMLInputElement>("input[type=date]");
  if (text) text.value = today;
  if (picker) {
    picker.max = today;
    picker.min = addDays(today, -lateDays);
  }
}

async function saveOnPhone<T>(form: FormData, head: string, words: KeptFormWords): Promise<Outcome<T>> {
  const { next, ...values } = valuesOf(form);
  const [id, householdId] = [String(values.id), String(values.householdId)];
  const missing = Object.entries(words.needed).filter(([name]) => asksFor(form, name) && !values[name]);
  if (missing.length > 0)
    return refusal({
      ...{ code: "invalid", message: words.invalid },
      fields: Object.fromEntries(missing.map(([name, message]) => [name, [message]])),
    });
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  for (const file of form.getAll("photos"))
    if (file instanceof File && file.size > 0) {
      const small = await shrinkPhoto(file);
      if (!small) return refusal({ code: "photo", message: words.photoUnreadable });
      pictures.push(small);
    }
  try {
    await writeDown(id, { values: JSON.stringify(values), householdId, head }, pictures);
  } catch {
    return refusal({ code: "storage", message: words.noSpace });
  }
  void sync("just written");
  const item = await settled(id);
  if (item?.refused) {
    await takeOut(item);
    return refusal(item.refused);
  }
  const reached = !item || item.taken;
  location.assign(
    !reached ? "/today?kept=1" : next === "photos" ? `/visits/${id}#photos` : `/today?saved=${id}`,
  );
  return new Promise(() => undefined); // the form stays as it is until the next page stands there
}

/** A choice of which none is ticked sends nothing; a text field that is not there was not asked for. */
function asksFor(form: FormData, name: string): boolean {
  if (name === "needCategory") return form.get("need") === "YES";
  return name === "situation" || form.has(name);
}

const refusal = (problem: ProblemView) => ({ ok: false as const, problem });

/** Waits for the server's word on this visit, for the end of the network, or for the end of patience. */
function settled(id: string) {
  const since = Date.now();
  return new Promise<Awaited<ReturnType<typeof itemNow>>>((resolve) => {
    const look = async () => {
      const item = await itemNow(id);
      const open = item && !item.taken && !item.refused && phoneNow().stop === null && item.tries === 0;
      if (open && Date.now() - since < PATIENCE_MS) return;
      leave();
      clearInterval(timer);
      resolve(item);
    };
    const leave = onPhone(() => void look());
    const timer = setInterval(() => void look(), 500);
  });
}

/** As the server's door reads a form: "name[]" is a list, all else one text; files go their own way. */
function valuesOf(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION") || name === "photos") continue;
    const texts = form.getAll(name).filter((value): value is string => typeof value === "string");
    if (name.endsWith("[]")) values[name.slice(0, -2)] = texts.filter(Boolean);
    else values[name] = texts.at(-1) ?? "";
  }
  return values;
}
