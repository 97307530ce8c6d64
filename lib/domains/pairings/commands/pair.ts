/** Pairs one household, or many at once with the same helper: all of them or none, with the reason for each that cannot be. */
import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { type FieldProblems, Problem } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { PairHousehold, PairMany, type WhoHelps } from "../input.ts";
import { householdsToPair, obstacles, type ToPair, unfitHelper } from "../inside/check.ts";
import { dayTyped } from "../inside/days.ts";
import { helperOf } from "../inside/helper.ts";
import { mustAgreeToLoad } from "../inside/load.ts";
import { writePairing } from "../inside/write.ts";
import type { PairingKind } from "../pairing.ts";

export type Paired = { ids: string[]; households: ToPair[]; helperName: string };
type Asked = WhoHelps & { kind: PairingKind; fromOn: string };

/** Found all, or not found: a list with one household out of reach tells nothing about it. */
async function foundAll(work: Work, ids: string[]): Promise<ToPair[] | null> {
  const wanted = [...new Set(ids)];
  const households = await householdsToPair(work, wanted);
  return households.length === wanted.length ? households : null;
}

const mayPair = (viewer: Viewer, households: ToPair[]) =>
  households.every((household) => may(viewer, "pairing.edit", household.divisionId));

async function pairThem(work: Work, households: ToPair[], asked: Asked): Promise<Paired> {
  const fromOn = dayTyped(asked.fromOn, work.today, "fromOn");
  const helper = await helperOf(work, asked, households[0]?.divisionId ?? work.viewer.homeDivisionId);
  const unfit = unfitHelper(helper);
  if (unfit) throw new Problem("rule", unfit, { helperId: [unfit] });
  const against = await obstacles(work, households, helper, asked.kind, fromOn);
  if (against.size > 0) throw refusal([...against.values()]);
  await mustAgreeToLoad(work, helper, households, fromOn, asked.overCap === "yes");
  const ids: string[] = [];
  for (const household of households)
    ids.push(await writePairing(work, household, helper, asked.kind, fromOn));
  return { ids, households, helperName: helper.name };
}

/** One sentence per household; the summary on top of the form lists them all. */
const refusal = (words: NonNullable<FieldProblems[string]>) => {
  const [only] = words;
  return words.length === 1 && only
    ? new Problem("rule", only, { households: words })
    : new Problem(
        "rule",
        { key: "pairing.someCannot", values: { count: words.length } },
        { households: words },
      );
};

const place = (households: ToPair[]) => households[0]?.divisionId ?? null;

export const pairHousehold = command({
  name: "pairings.pair",
  tells: "pairing.begun",
  input: PairHousehold,
  subject: (work, { householdId }) => foundAll(work, [householdId]),
  may: mayPair,
  run: (work, input, households) => pairThem(work, households, input),
  fact: (result, { kind }) => ({
    subject: `pairing:${result.ids[0]}`,
    division: place(result.households),
    kind,
    household: result.households[0]?.id ?? null,
  }),
});

export const pairMany = command({
  name: "pairings.pairMany",
  tells: "pairing.begunMany",
  input: PairMany,
  subject: (work, { households }) => foundAll(work, households),
  may: mayPair,
  run: (work, input, households) => pairThem(work, households, input),
  fact: (result, { kind }) => ({
    subject: `pairing:${result.ids[0]}`,
    division: place(result.households),
    kind,
    households: result.households.map((household) => household.id),
  }),
});
