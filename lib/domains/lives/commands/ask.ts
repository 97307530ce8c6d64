/** One way to ask for each deed that may have to wait: the same form, the same questions, kept instead of done. */
import type * as z from "zod";
import { may } from "#lib/domains/accounts/roles.ts";
import { CorrectHousehold, CorrectMember, RegisterHousehold } from "#lib/domains/households/input.ts";
import { heldHousehold } from "#lib/domains/households/subject.ts";
import { villageWithin } from "#lib/domains/households/village.ts";
import { SaveIncome } from "#lib/domains/incomes/input.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { Dissolve, MemberIn, MemberOut, Merge, PassHead, Split } from "../input.ts";
import { type Asked, askFor } from "../inside/asking.ts";
import type { RequestKind } from "../request.ts";

const asking = <Schema extends z.ZodType<Record<string, unknown>>>(
  name: string,
  kind: RequestKind,
  input: Schema,
  about: (work: Work, input: z.output<Schema>) => Promise<Asked | null>,
) =>
  command({
    name,
    tells: "registry.asked",
    input,
    subject: about,
    may: (viewer, { divisionId }) => may(viewer, "household.edit", divisionId),
    run: (work, given, asked) => askFor(work, kind, asked, given),
    fact: (result) => ({
      subject: result.householdId ? `household:${result.householdId}` : `division:${result.divisionId}`,
      division: result.divisionId,
      request: result.id,
      kind: result.kind,
    }),
  });

async function ofHousehold(work: Work, id: string): Promise<Asked | null> {
  const home = await heldHousehold(work, id);
  return home && { divisionId: home.divisionId, householdId: home.id, title: home.headName };
}
const household = (work: Work, { householdId }: { householdId: string }) => ofHousehold(work, householdId);

export const askRegister = asking("lives.askRegister", "REGISTER", RegisterHousehold, async (work, input) => {
  const village = await villageWithin(work, input.divisionId);
  return village && { divisionId: village.id, householdId: null, title: input.name };
});
export const askSplit = asking("lives.askSplit", "SPLIT", Split, household);
export const askMerge = asking("lives.askMerge", "MERGE", Merge, household);
export const askDissolve = asking("lives.askDissolve", "DISSOLVE", Dissolve, household);
export const askMemberIn = asking("lives.askMemberIn", "MEMBER_IN", MemberIn, household);
export const askMemberOut = asking("lives.askMemberOut", "MEMBER_OUT", MemberOut, household);
export const askHead = asking("lives.askHead", "HEAD", PassHead, household);
export const askCorrect = asking("lives.askCorrect", "CORRECT", CorrectHousehold, (work, { id }) =>
  ofHousehold(work, id),
);
export const askMemberFacts = asking("lives.askMemberFacts", "CORRECT_MEMBER", CorrectMember, household);
export const askIncome = asking("lives.askIncome", "CORRECT_INCOME", SaveIncome, (work, { id }) =>
  ofHousehold(work, id),
);
