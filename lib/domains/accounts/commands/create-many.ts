/** Accounts for a list of names: first the rehearsal, then the accounts of all lines without a problem, each with a one-time code. */
import { addDays } from "#lib/base/calendar.ts";
import { command } from "#lib/platform/command.ts";
import type { Work } from "#lib/platform/scope.ts";
import { AccountList } from "../input.ts";
import { placeOf } from "../inside/account.ts";
import { type Planned, planAccounts } from "../inside/plan-accounts.ts";
import type { PlanLine, Rehearsal, Slip, Slips } from "../name-list.ts";
import { digestOfCode, makeCode } from "../one-time-code.ts";
import { may } from "../roles.ts";

const DAYS = 7;

const shown = ({ divisionId: _, personId: __, ...line }: Planned): PlanLine => line;

export const rehearseAccounts = command({
  name: "accounts.rehearseMany",
  tells: "account.listChecked",
  input: AccountList,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: (viewer, place) => may(viewer, "account.make", place.id),
  run: async (work, input, place): Promise<Rehearsal> => {
    const plan = await planAccounts(work, place, input);
    return {
      step: "rehearsed",
      lines: plan.map(shown),
      ready: plan.filter(({ problem }) => problem === null).length,
      text: input.text,
      people: input.people,
      role: input.role,
    };
  },
  fact: ({ lines, ready }, _input, place) => ({
    subject: `division:${place.id}`,
    division: place.id,
    lines: lines.length,
    ready,
  }),
});

export const createAccounts = command({
  name: "accounts.createMany",
  tells: "account.listMade",
  input: AccountList,
  subject: (work, { divisionId }) => placeOf(work, divisionId),
  may: (viewer, place) => may(viewer, "account.make", place.id),
  run: async (work, input, place): Promise<Slips> => {
    const plan = await planAccounts(work, place, input);
    const slips = await make(
      work,
      plan.filter(({ problem }) => problem === null),
    );
    return {
      step: "made",
      slips,
      until: addDays(work.today, DAYS),
      left: plan.filter(({ problem }) => problem !== null).map(shown),
    };
  },
  fact: ({ slips }, _input, place) => ({
    subject: `division:${place.id}`,
    division: place.id,
    made: slips.length,
    accounts: slips.slice(0, 1000).map(({ id }) => String(id)),
  }),
});

async function make({ tx, viewer }: Work, plan: readonly Planned[]): Promise<Slip[]> {
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
    role: role ?? "HELPER",
    code: makeCode(),
  }));
  await tx.roleGrant.createMany({
    data: plan.map(({ username, divisionId, role }) => ({
      accountId: idOf.get(username) ?? 0,
      role: role ?? "HELPER",
      divisionId,
      grantedBy: viewer.accountId,
    })),
  });
  await plant(tx, slips);
  return slips;
}

/** Raw, because the role may not read codes back. */
export const plant = (tx: Work["tx"], slips: readonly { id: number; code: string }[]) =>
  tx.$executeRaw`insert into one_time_code (digest, purpose, account_id, expires_at)
    select digest, 'RESET', id, now() + make_interval(days => ${DAYS}::int)
    from unnest(${slips.map(({ code }) => digestOfCode(code))}::bytea[], ${slips.map(({ id }) => id)}::int[]) as s (digest, id)`;
