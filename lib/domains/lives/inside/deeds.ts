/** The deeds that can be asked for, each by its own command: what is approved is done exactly as it would have been done at once. */
import { correctHousehold } from "#lib/domains/households/commands/correct-household.ts";
import { correctMember } from "#lib/domains/households/commands/correct-member.ts";
import { registerHousehold } from "#lib/domains/households/commands/register-household.ts";
import { saveIncome } from "#lib/domains/incomes/commands/save-income.ts";
import type { Work } from "#lib/platform/scope.ts";
import { dissolveHousehold } from "../commands/dissolve-household.ts";
import { memberIn } from "../commands/member-in.ts";
import { memberOut } from "../commands/member-out.ts";
import { mergeHousehold } from "../commands/merge-household.ts";
import { passHead } from "../commands/pass-head.ts";
import { splitHousehold } from "../commands/split-household.ts";
import type { RequestKind } from "../request.ts";

type Deed = (work: Work, raw: unknown) => Promise<{ id: string; fields?: string[] }>;

export const DEEDS: Record<RequestKind, Deed> = {
  REGISTER: registerHousehold.within,
  SPLIT: splitHousehold.within,
  MERGE: mergeHousehold.within,
  DISSOLVE: dissolveHousehold.within,
  MEMBER_IN: memberIn.within,
  MEMBER_OUT: memberOut.within,
  HEAD: passHead.within,
  CORRECT: correctHousehold.within,
  CORRECT_MEMBER: correctMember.within,
  CORRECT_INCOME: async (work, raw) => {
    const { id, codes } = await saveIncome.within(work, raw);
    return { id, fields: codes };
  },
};
