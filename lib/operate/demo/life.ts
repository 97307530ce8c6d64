// The life of a household in the registry: how its status and place ran from registration to today.
import { makeDay } from "#lib/base/calendar.ts";
import type { Place } from "../ground/places.ts";
import type { Chance } from "./chance.ts";
import { REGISTERED_ON } from "./story.ts";

export type Spell = { divisionId: number; status: string; fromOn: string; toOn: string | null };
export type Life = { spells: Spell[]; exitYear: number | null };

type Turn = readonly [status: string, fromOn: string];

/** Nearly all left poverty from 2016 to 2019; a few came back, and a few are no longer households. */
export function life(by: Chance, village: Place, today: string): Life {
  const year = Number(today.slice(0, 4));
  const exitYear = by.weigh([
    [2016, 14],
    [2017, 26],
    [2018, 32],
    [2019, 28],
  ] as const);
  const exit = makeDay(exitYear, 12, by.between(10, 28));
  const turns: Turn[] = [["POOR", REGISTERED_ON]];
  if (by.happens(0.15)) turns.push(["PRE_EXIT", makeDay(exitYear, 10, by.between(8, 25))]);
  turns.push(["EXITED", exit]);
  const later = (from: number, to: number) =>
    makeDay(by.between(from, to), by.between(1, 10), by.between(1, 28));
  const fate = by.next();
  if (fate < 0.006) turns.push(["DISSOLVED", later(2020, year - 1)]);
  else if (fate < 0.01)
    turns.splice(1, turns.length, ["REMOVED", makeDay(2017, by.between(3, 9), by.between(1, 28))]);
  else if (fate < 0.018) turns.push(["RETURNED", later(2021, year - 1)]);
  else if (fate < 0.021)
    turns.push(["RETURNED", later(2020, year - 2)], ["PRE_EXIT", makeDay(year, by.between(3, 9), 15)]);
  else if (fate < 0.026)
    turns.push(["RETURNED", later(2020, 2021)], ["EXITED", makeDay(year - 3, 12, by.between(5, 25))]);
  const past = turns.filter(([, fromOn]) => fromOn <= today);
  const removed = past.at(-1)![0] === "REMOVED";
  return { spells: spellsOf(by, past, village, year - 1), exitYear: removed ? null : exitYear };
}

function spellsOf(by: Chance, turns: Turn[], village: Place, movingYear: number): Spell[] {
  const spells = turns.map(([status, fromOn], at) => ({
    divisionId: village.id,
    status,
    fromOn,
    toOn: turns[at + 1]?.[1] ?? null,
  }));
  // A few moved here from another village of the township.
  const neighbor = village.parent!.children.find((one) => one !== village);
  const last = spells.at(-1)!;
  if (
    neighbor &&
    last.status === "EXITED" &&
    Number(last.fromOn.slice(0, 4)) < movingYear &&
    by.happens(0.006)
  ) {
    const movedOn = makeDay(movingYear, by.between(2, 11), by.between(1, 28));
    for (const spell of spells) spell.divisionId = neighbor.id;
    last.toOn = movedOn;
    spells.push({ divisionId: village.id, status: "EXITED", fromOn: movedOn, toOn: null });
  }
  return spells;
}

export const spellOn = (spells: Spell[], day: string): Spell | undefined =>
  spells.find(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day < toOn));

const ACTIVE = new Set(["POOR", "PRE_EXIT", "RETURNED", "EXITED"]);
/** The first day on which nobody helps it any more, or null. */
export const endOf = (spells: Spell[]): string | null => {
  const over = spells.find(({ status }) => !ACTIVE.has(status));
  return over?.fromOn ?? null;
};
