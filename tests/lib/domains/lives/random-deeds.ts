// Deeds on random households, done through the commands as an office does them; what was done is told to the model, what was refused is not.
import fc from "fast-check";
import { addDays } from "#lib/base/calendar.ts";
import { checkDigit } from "#lib/base/id-number.ts";
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { moveHousehold } from "#lib/domains/households/commands/move-household.ts";
import { hasEnded } from "#lib/domains/households/household.ts";
import { dissolveHousehold } from "#lib/domains/lives/commands/dissolve-household.ts";
import { memberIn } from "#lib/domains/lives/commands/member-in.ts";
import { memberOut } from "#lib/domains/lives/commands/member-out.ts";
import { mergeDuplicate } from "#lib/domains/lives/commands/merge-duplicate.ts";
import { mergeHousehold } from "#lib/domains/lives/commands/merge-household.ts";
import { passHead } from "#lib/domains/lives/commands/pass-head.ts";
import { splitHousehold } from "#lib/domains/lives/commands/split-household.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import type { File, Village } from "./lives-model.ts";

const KINDS = {
  birth: 3,
  leaves: 3,
  comes: 3,
  head: 3,
  split: 4,
  merge: 3,
  duplicate: 2,
  dissolve: 1,
  undo: 4,
  move: 1,
  correct: 1,
  wait: 1,
  year: 1,
} as const;
export type Kind = keyof typeof KINDS;
export type Deed = { kind: Kind; a: number; b: number; back: number; later: number };

const pick = fc.nat({ max: 999 });
export const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.oneof(
    ...Object.entries(KINDS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) })),
  ),
  a: pick,
  b: pick,
  /** So many days ago it happened; so many days after the deed before it is told. */
  back: fc.oneof(fc.constant(0), fc.nat({ max: 40 })),
  later: fc.nat({ max: 25 }),
});

export type Place = {
  village: Village;
  session: Session;
  villages: readonly number[];
  today: string;
  openYear: number;
  /** Turns the registry to the next year. */
  turnYear: () => Promise<void>;
  /** Takes a deed back, and looks whether all is as it was. */
  takeBack: (event: string) => Promise<boolean>;
};

const at = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(all.length, 1)];

/** Whether it was done. */
export async function perform(place: Place, { kind, a, b, back, later }: Deed): Promise<boolean> {
  place.today = addDays(place.today, kind === "wait" ? 120 : later);
  holdToday(place.today);
  if (kind === "wait") return true;
  if (kind === "year") {
    if (place.today < `${place.openYear}-10-01`) return false;
    await place.turnYear();
    place.openYear++;
    return true;
  }
  const { village } = place;
  if (kind === "undo") {
    const event = at(village.events.slice(-4), a);
    return event ? place.takeBack(event.id) : false;
  }
  const home = at([...village.files.values()], a);
  if (!home) return false;
  try {
    return await DOING[kind]({ place, village, home, b, on: addDays(place.today, -back) });
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

type Doing = { place: Place; village: Village; home: File; b: number; on: string };
let born = 0;

const rollOf = ({ village, place }: Doing, file = "") => [...village.livedIn(file, place.today)];
const out = (file: string, on: string) => (person: string) => ({ file, person, on, to: null });
const ends = (home: File, into: string | null) => () => {
  home.status = "DISSOLVED";
  home.into = into;
};

/** Each does what it says, or is refused by a Problem. */
const DOING: Record<Exclude<Kind, "undo" | "wait" | "year">, (doing: Doing) => Promise<boolean>> = {
  birth: async ({ place, village, home, on }) => {
    const name = `娃${String(++born)}`;
    const done = await memberIn(place.session, {
      householdId: home.id,
      reason: "BIRTH",
      on,
      name,
      relation: "SON",
    });
    village.names.set(done.personId, name);
    village.did({ id: done.eventId, kind: "MEMBER_IN", files: [home.id], made: null }, [
      { file: home.id, person: done.personId, on, to: "SON" },
    ]);
    return true;
  },
  leaves: async (doing) => {
    const { place, village, home, b, on } = doing;
    const who = at(rollOf(doing, home.id), b);
    if (!who) return false;
    const reason = at(["DEATH", "MARRIED_OUT", "MOVED_OUT"], b) ?? "";
    const [person] = who;
    const done = await memberOut(place.session, { householdId: home.id, personId: person, reason, on });
    village.did({ id: done.eventId, kind: reason, files: [home.id], made: null }, [out(home.id, on)(person)]);
    return true;
  },
  /** Whoever left and is known by his number joins another family; so do the dead, and are refused. */
  comes: async (doing) => {
    const { place, village, home, b, on } = doing;
    const away = [...village.idNos].filter(
      ([person]) => ![...village.files.keys()].some((file) => village.livedIn(file, place.today).has(person)),
    );
    const who = at(away, b);
    if (!who) return false;
    const [person, idNo] = who;
    const done = await memberIn(place.session, {
      householdId: home.id,
      reason: "MARRIED_IN",
      on,
      name: village.names.get(person) ?? "",
      relation: "OTHER",
      idNo,
    });
    village.did({ id: done.eventId, kind: "MEMBER_IN", files: [home.id], made: null }, [
      { file: home.id, person, on, to: "OTHER" },
    ]);
    return true;
  },
  head: async (doing) => {
    const { place, village, home, b, on } = doing;
    const roll = rollOf(doing, home.id);
    const next = at(roll, b);
    if (!next) return false;
    const others = roll.filter((one) => one !== next);
    const relation = at(["OTHER", "SIBLING"], b) ?? "OTHER";
    const done = await passHead(place.session, {
      householdId: home.id,
      personId: next[0],
      reason: "FAMILY_AGREED",
      on,
      ...Object.fromEntries(others.map(([person]) => [`relation.${person}`, relation])),
    });
    // Whoever came later than the new head stands to him so from the day on which he came.
    const from = (person: string) => (village.lastOf(person) > on ? village.lastOf(person) : on);
    const changed = [[next[0], "HEAD"], ...others.map(([person]) => [person, relation])] as const;
    village.did(
      { id: done.eventId, kind: "HEAD", files: [home.id], made: null },
      changed.map(([person, to]) => ({
        file: home.id,
        person: person ?? "",
        on: from(person ?? ""),
        to: to ?? "",
      })),
    );
    return true;
  },
  split: async (doing) => {
    const { place, village, home, b, on } = doing;
    const others = rollOf(doing, home.id).filter(([, relation]) => relation !== "HEAD");
    const head = at(others, b);
    if (!head) return false;
    const with_ = b % 3 === 0 ? others.filter((one) => one !== head).slice(0, 1) : [];
    const done = await splitHousehold(place.session, {
      householdId: home.id,
      go: [head[0], ...with_.map(([person]) => person)],
      headId: head[0],
      reason: "FAMILY_DIVIDED",
      on,
      ...Object.fromEntries(with_.map(([person]) => [`relation.${person}`, "OTHER"])),
    });
    const goers = [[head[0], "HEAD"], ...with_.map(([person]) => [person, "OTHER"])] as [string, string][];
    village.did(
      { id: done.eventId, kind: "SPLIT", files: [home.id, done.id], made: done.id },
      goers.flatMap(([person, to]) => [out(home.id, on)(person), { file: done.id, person, on, to }]),
      () =>
        void village.files.set(done.id, { id: done.id, no: "", since: on, status: home.status, into: null }),
    );
    return true;
  },
  merge: (doing) => joined(doing, "MERGE"),
  duplicate: (doing) => joined({ ...doing, on: doing.place.today }, "DUPLICATE"),
  dissolve: async (doing) => {
    const { place, village, home, on } = doing;
    const roll = rollOf(doing, home.id);
    const done = await dissolveHousehold(place.session, { householdId: home.id, reason: "ALL_MOVED", on });
    village.did(
      { id: done.eventId, kind: "DISSOLVE", files: [home.id], made: null },
      roll.map(([person]) => out(home.id, on)(person)),
      ends(home, null),
    );
    return true;
  },
  move: async ({ place, home, b, on }) => {
    await moveHousehold(place.session, { id: home.id, toDivisionId: String(at(place.villages, b)), on });
    return true;
  },
  correct: async ({ place, home, b }) => {
    await correctHousehold(place.session, {
      id: home.id,
      was: "{}",
      overwrite: "yes",
      phone: `1380000${1000 + b}`,
    });
    return true;
  },
};

async function joined(doing: Doing, kind: "MERGE" | "DUPLICATE"): Promise<boolean> {
  const { place, village, home, b, on } = doing;
  const into = at([...village.files.values()], b);
  const roll = rollOf(doing, home.id);
  if (!into || hasEnded(into.status)) return false;
  const same = kind === "DUPLICATE" ? roll.slice(0, 1) : [];
  const told = Object.fromEntries(
    roll.map((one) => [`relation.${one[0]}`, same.includes(one) ? "SAME" : "OTHER"]),
  );
  const done =
    kind === "MERGE"
      ? await mergeHousehold(place.session, {
          ...{ householdId: home.id, intoId: into.id, reason: "FAMILY_REJOINED", on },
          ...told,
        })
      : await mergeDuplicate(place.session, { householdId: home.id, keptId: into.id, ...told });
  village.did(
    { id: done.eventId, kind, files: [home.id, into.id], made: null },
    roll.flatMap((one) => [
      out(home.id, on)(one[0]),
      ...(same.includes(one) ? [] : [{ file: into.id, person: one[0], on, to: "OTHER" }]),
    ]),
    ends(home, into.id),
  );
  return true;
}

let numbered = 0;
/** A number that nobody else has. */
export function nextIdNo(): string {
  const nth = numbered++;
  const birth = addDays("1950-01-01", nth % 18_000).replaceAll("-", "");
  const first17 = `542129${birth}${String(101 + 2 * Math.floor(nth / 18_000)).padStart(3, "0")}`;
  return first17 + checkDigit(first17);
}
