"use client";

/**
 * The form of a visit on a phone: what is saved lies in the outbox before it is sent, so that no network can lose it.
 * Where the phone keeps nothing (another browser, a desk, no scripts) it is a form like any other.
 */

import { type ReactNode, useContext, useEffect, useId } from "react";
import { Form } from "#components/ui/form.tsx";
import { fill } from "#components/ui/words.tsx";
import { addDays, daysBetween, isNoDay, readDay } from "#lib/base/calendar.ts";
import type { FormAction, Outcome, ProblemView } from "#lib/base/outcome.ts";
import type { FamilyFacts } from "#lib/domains/households/door-facts.ts";
import { toldFacts, withoutFacts } from "#lib/domains/visits/told-facts.ts";
import type { AskedFact } from "./changed-facts.tsx";
import { factDrafts } from "./fact-drafts.ts";
import { valuesOf } from "./form-values.ts";
import { OfflineHousehold } from "./offline-household.ts";
import { contentOf, itemOf } from "./outbox.ts";
import { onPhone, phoneNow } from "./phone-state.ts";
import { randomId } from "./random-id.ts";
import { shrinkPhoto } from "./shrink-photo.ts";
import { sync } from "./sync-now.ts";
import { beijingToday, timeOf } from "./use-phone.ts";
import { type Keeping, useUnfinished } from "./use-unfinished.ts";
import { mend, takeOut, writeDown } from "./write-down.ts";

export type KeptFormWords = {
  photoUnreadable: string;
  noSpace: string;
  /** What the server would say much later, said at once: by field, for those that must be filled in. */
  needed: Record<string, string>;
  invalid: string;
  choose: string;
  /** Something changed, and not what. */
  whatChanged: string;
  /** Of the day: not understood, after today, longer ago than may be told. */
  day: string;
  noSuchDay: string;
  ahead: string;
  tooLate: string;
  /** It was sent while it was being mended. */
  sentMeanwhile: string;
  tooManyPhotos: string;
  draft: string;
  discard: string;
  mending: string;
};

type Props<T> = {
  action: FormAction<T>;
  head: string;
  /** Where the server filled it in. */
  householdId: string;
  mostPhotos: number;
  words: KeptFormWords;
  /** The facts of the family that the form asks for, and who belongs to it where the server knows it. */
  asked: readonly AskedFact[];
  members: FamilyFacts["members"];
  className?: string;
  children: ReactNode;
};

/** So long the form waits for the server's word before it says that the visit is kept and will be sent. */
const PATIENCE_MS = 8_000;

export function KeptForm<T>(props: Props<T>) {
  const { action, head, householdId, words, asked, members, mostPhotos, className, children } = props;
  const household = useContext(OfflineHousehold);
  const id = useId();
  const keeping = useUnfinished(id, household ?? { id: householdId, head });
  // Once, when the phone knows the household: a day that was typed is not put back by the next drawing.
  const lateDays = household?.lateDays;
  useEffect(() => {
    if (lateDays !== undefined) setDay(document.getElementById(id), lateDays);
  }, [lateDays, id]);

  const kept: FormAction<T> = async (previous, form) => {
    if (!phoneNow().ready) return action(previous, form);
    if (household) {
      form.set("householdId", household.id);
      form.set("id", randomId());
      if (form.has("needId")) form.set("needId", randomId());
    }
    return saveOnPhone(form, {
      ...{ head: household?.head ?? head, words, asked, keeping, mostPhotos },
      lateDays: household?.lateDays ?? null,
      members: household?.family.members ?? members,
    });
  };
  // The server must see the action itself: it is what a browser without scripts posts to.
  const chosen = typeof window === "undefined" ? action : kept;
  return (
    <Form action={chosen} id={id} className={className}>
      {keeping.mending ? <p className="text-ink-2">{words.mending}</p> : null}
      {children}
      {keeping.at ? (
        <p role="status" className="text-note text-ink-2">
          {fill(words.draft, { when: timeOf(keeping.at) })}{" "}
          <button
            type="button"
            className="min-h-touch font-semibold text-link underline"
            onClick={() => void keeping.pause().then(() => location.reload())}
          >
            {words.discard}
          </button>
        </p>
      ) : null}
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

type About = {
  keeping: Keeping;
  /** Null where the server is there to say it. */
  lateDays: number | null;
  mostPhotos: number;
  head: string;
  words: KeptFormWords;
  asked: readonly AskedFact[];
  members: FamilyFacts["members"];
};

async function saveOnPhone<T>(form: FormData, about: About): Promise<Outcome<T>> {
  const { head, words } = about;
  const { next, ...all } = valuesOf(form);
  const { told, missing: notFilled } = toldFacts(all);
  const values = withoutFacts(all);
  const id = about.keeping.mending?.id ?? String(values.id);
  const householdId = String(values.householdId);
  const wrongDay = dayWrong(String(values.visitedOn ?? ""), about);
  const missing = [
    ...(wrongDay ? [["visitedOn", wrongDay] as const] : []),
    ...Object.entries(words.needed).filter(([name]) => asksFor(form, name) && !values[name]),
    ...notFilled.map((name) => [name, words.choose] as const),
    ...(values.situation === "CHANGED" && told.length === 0 && !values.note
      ? [["note", words.whatChanged] as const]
      : []),
  ];
  if (missing.length > 0)
    return refusal({
      ...{ code: "invalid", message: words.invalid },
      fields: Object.fromEntries(missing.map(([name, message]) => [name, [message]])),
    });
  const contentWith = (all: object) => ({ values: JSON.stringify(all), householdId, head });
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  for (const file of form.getAll("photos"))
    if (file instanceof File && file.size > 0) {
      const small = await shrinkPhoto(file);
      if (!small) return refusal({ code: "photo", message: words.photoUnreadable });
      pictures.push(small);
    }
  const { mending, pause, resume } = about.keeping;
  if (pictures.length + (mending?.photos.length ?? 0) > about.mostPhotos)
    return refusal({ code: "photo", message: words.tooManyPhotos });
  const facts = factDrafts(told, about.asked, { id: householdId, head }, about.members);
  try {
    if (mending) {
      const { needId } = JSON.parse((await contentOf(mending)).values);
      const mended = { ...values, id: mending.id, ...(needId ? { needId } : {}) };
      if (!(await mend(mending.id, contentWith(mended), pictures)))
        return refusal({ code: "sent", message: words.sentMeanwhile });
      await writeDown(facts);
    } else await writeDown([...facts, { id, kind: "VISIT", content: contentWith(values), pictures }]);
  } catch {
    return refusal({ code: "storage", message: words.noSpace });
  }
  await pause();
  void sync("just written");
  const item = await settled(id);
  if (item?.refused) {
    await takeOut(item);
    resume();
    return refusal(item.refused);
  }
  const reached = !item || item.taken;
  location.assign(
    !reached ? "/today?kept=1" : next === "photos" ? `/visits/${id}#photos` : `/today?saved=${id}`,
  );
  return new Promise(() => undefined); // the form stays as it is until the next page stands there
}

/** What the server would refuse weeks later. */
function dayWrong(typed: string, { lateDays, words }: Pick<About, "lateDays" | "words">): string | null {
  const today = beijingToday();
  const day = readDay(typed, today);
  if (!day) return isNoDay(typed, today) ? words.noSuchDay : words.day;
  const ago = daysBetween(day, today);
  if (ago < 0) return words.ahead;
  return lateDays !== null && ago > lateDays ? fill(words.tooLate, { days: lateDays }) : null;
}

/** A choice of which none is ticked sends nothing; a text field that is not there was not asked for. */
function asksFor(form: FormData, name: string): boolean {
  if (name === "needCategory") return form.get("need") === "YES";
  return name === "situation" || form.has(name);
}

const refusal = (problem: ProblemView) => ({ ok: false as const, problem });

/** Waits for the server's word on this visit, for the end of the network, or for the end of patience. What is gone was taken in whole. */
function settled(id: string) {
  const since = Date.now();
  return new Promise<Awaited<ReturnType<typeof itemOf>>>((resolve) => {
    const look = async () => {
      const item = await itemOf(id);
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
