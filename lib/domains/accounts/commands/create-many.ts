/** Accounts for a list of names: first the rehearsal, then the accounts of all lines without a problem, each with a one-time code. */
import { addDays } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AccountList } from "../input.ts";
import { placeOf } from "../inside/account.ts";
import { isReady, type Planned, planAccounts, type Ready } from "../inside/plan-accounts.ts";
import { plantSlips, SLIP_DAYS } from "../inside/plant-code.ts";
import { makeAccounts } from "../make-accounts.ts";
import type { PlanLine, Rehearsal, Slip, Slips } from "../name-list.ts";
import { makeCode } from "../one-time-code.ts";
import { may } from "../roles.ts";

const shown = ({ divisionId: _, personId: __, ...line }: Planned): PlanLine => line;

export const accountsInBulk = command({
  name: "accounts.inBulk",
  tells: "account.listTaken",
  asks: "fresh-proof",
  input: AccountList,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: (viewer, place) => may(viewer, "account.make", place.id),
  run: async (work, input, place): Promise<Rehearsal | Slips> => {
    const plan = await planAccounts(work, place, input);
    const ready = plan.filter(isReady);
    if (input.step === "make")
      return {
        step: "made",
        slips: await make(work, ready),
        until: addDays(work.today, SLIP_DAYS),
        left: plan.filter(({ problem }) => problem !== null).map(shown),
      };
    const { text, people, role } = input;
    return {
      step: "rehearsed",
      lines: plan.map(shown),
      ready: ready.length,
      text,
      people,
      role: role ?? null,
    };
  },
  // Looking at a list is told as well: it says which account names are taken.
  fact: (result, _input, place) => ({
    subject: `division:${place.id}`,
    division: place.id,
    step: result.step,
    ...(result.step === "made"
      ? { made: result.slips.length, accounts: result.slips.map(({ id }) => String(id)) }
      : { lines: result.lines.length, ready: result.ready }),
  }),
});

async function make(work: Work, plan: readonly Ready[]): Promise<Slip[]> {
  const idOf = await makeAccounts(work, plan);
  const slips = plan.map(({ username, name, place, role }) => ({
    id: idOf.get(username) ?? 0,
    username,
    name,
    place,
    role,
    code: makeCode(),
  }));
  await plantSlips(work, slips);
  return slips;
}
