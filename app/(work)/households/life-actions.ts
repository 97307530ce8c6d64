"use server";

/** The deeds on the life of a household as forms post them. */
import {
  askCorrect,
  askDissolve,
  askHead,
  askIncome,
  askMemberFacts,
  askMemberIn,
  askMemberOut,
  askMerge,
  askRegister,
  askSplit,
} from "#lib/domains/lives/commands/ask.ts";
import { dissolveHousehold } from "#lib/domains/lives/commands/dissolve-household.ts";
import { memberIn } from "#lib/domains/lives/commands/member-in.ts";
import { memberOut } from "#lib/domains/lives/commands/member-out.ts";
import { mergeDuplicate } from "#lib/domains/lives/commands/merge-duplicate.ts";
import { mergeHousehold } from "#lib/domains/lives/commands/merge-household.ts";
import { notDuplicate } from "#lib/domains/lives/commands/not-duplicate.ts";
import { passHead } from "#lib/domains/lives/commands/pass-head.ts";
import { rehearseLife } from "#lib/domains/lives/commands/rehearse.ts";
import { splitHousehold } from "#lib/domains/lives/commands/split-household.ts";
import { takeBackDeed } from "#lib/domains/lives/commands/take-back.ts";
import { action } from "#lib/platform/action.ts";

const life = ({ id }: { id: string }) => `/households/${id}/life`;
const own = { changes: (result: { id: string }) => [`/households/${result.id}`], goTo: life };
const both = {
  changes: (result: { id: string; from: string }) => [
    `/households/${result.id}`,
    `/households/${result.from}`,
  ],
  goTo: life,
};

export const saveMemberIn = action(memberIn, own);
export const saveMemberOut = action(memberOut, own);
export const saveHead = action(passHead, own);
export const saveSplit = action(splitHousehold, both);
export const saveMerger = action(mergeHousehold, both);
export const saveDuplicate = action(mergeDuplicate, both);
export const saveNotDuplicate = action(notDuplicate, { changes: () => ["/households/duplicates"] });
export const saveEnd = action(dissolveHousehold, own);
export const takeBackLife = action(takeBackDeed, own);

/** The same forms while the deed has to wait: what was typed is kept as a request. */
const asked = {
  changes: () => ["/registry/requests"],
  goTo: ({ id }: { id: string }) => `/registry/requests/${id}`,
};
export const sendRegister = action(askRegister, asked);
export const sendSplit = action(askSplit, asked);
export const sendMerger = action(askMerge, asked);
export const sendEnd = action(askDissolve, asked);
export const sendMemberIn = action(askMemberIn, asked);
export const sendMemberOut = action(askMemberOut, asked);
export const sendHead = action(askHead, asked);
export const sendCorrection = action(askCorrect, asked);
export const sendMemberFacts = action(askMemberFacts, asked);
export const sendIncomes = action(askIncome, asked);

export const rehearse = action(rehearseLife, {
  goTo: ({ id, asked }) => {
    const { kind, householdId: _, go, ...rest } = asked;
    const params = new URLSearchParams({ review: "1" });
    for (const one of go) params.append("go", one);
    for (const [name, value] of Object.entries(rest)) if (value) params.set(name, String(value));
    return `/households/${id}/${kind.toLowerCase()}?${params}`;
  },
});
