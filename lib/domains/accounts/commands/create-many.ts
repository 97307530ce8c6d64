/** Accounts for a list of names: first the rehearsal, then the accounts of all lines without a problem, each with a one-time code. */
import { addDays } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AccountList } from "../input.ts";
import { placeOf } from "../inside/account.ts";
import { isReady, type Planned, planAccounts, type Ready } from "../inside/plan-accounts.ts";
import type { PlanLine, Rehearsal, Slip, Slips } from "../name-list.ts";
import { digestOfCode, makeCode } from "../one-time-code.ts";
import { may } from "../roles.ts";

const DAYS = 7;

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
        until: addDays(work.today, DAYS),
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

async function make({ tx, viewer }: Work, plan: readonly Ready[]): Promise<Slip[]> {
  const made = await tx.account.createManyAndReturn({
    data: plan.map(({ username, name, divisionId, personId }) => ({ username, name, divisionId, personId })),
    select: { id: true, username: true },
  });
  const idOf = new Map(made.map(({ id, username }) => [username, id]));
  const slips = plan.map(({ username, name, place, role }) => ({
    id: idOf.get(username) ?? 0,
    username,
    name,
    place,
    role,
    code: makeCode(),
  }));
  await tx.roleGrant.createMany({
    data: plan.map(({ username, divisionId, role }) => ({
      accountId: idOf.get(username) ?? 0,
      role,
      divisionId,
      grantedBy: viewer.accountId,
    })),
  });
  await plant(tx, slips);
  return slips;
}

/** Raw, because the role may not read codes back. */
const plant = (tx: Work["tx"], slips: readonly { id: number; code: string }[]) =>
  tx.$executeRaw`insert into one_time_code (digest, purpose, account_id, expires_at)
    select digest, 'RESET', id, now() + make_interval(days => ${DAYS}::int)
    from unnest(${slips.map(({ code }) => digestOfCode(code))}::bytea[], ${slips.map(({ id }) => id)}::int[]) as s (digest, id)`;
