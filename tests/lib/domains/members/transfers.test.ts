// Whatever is done in whatever order: on each day each person stands in at most one roster, and the rosters add up to the prefecture's members.
import { beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/base/calendar.ts";
import { endMember } from "#lib/domains/members/commands/end.ts";
import { enrollMember } from "#lib/domains/members/commands/enroll.ts";
import { transferMember } from "#lib/domains/members/commands/transfer.ts";
import { transferOut } from "#lib/domains/members/commands/transfer-out.ts";
import { getMember } from "#lib/domains/members/queries/get-member.ts";
import { listMembers } from "#lib/domains/members/queries/list-members.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { Problem } from "#lib/platform/problem.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const DEEDS = 220;
const DAYS = 60;
const KINDS = [...Array<"transfer">(16).fill("transfer"), "enroll", "out", "out", "end"] as const;
const first = addDays(WORLD_TODAY, -DAYS);
const orgs = Object.values(world.partyOrgs).map(({ id }) => id);
let admin: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  admin = await signIn(database, "prefecture-admin");
});

/** The same every time, so that a failure can be looked at. */
function chance(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { pick: <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T, next };
}

test(`${DEEDS} random deeds on twelve people over ${DAYS} days keep every roster true`, {
  timeout: 120_000,
}, async () => {
  const by = chance(334);
  // Days go forward with the deeds, and now and then some days back.
  const day = (deed: number) => {
    const about = Math.floor((deed / DEEDS) * DAYS) + Math.floor(by.next() * 9) - 3;
    return addDays(first, Math.min(DAYS, Math.max(0, about)));
  };
  const people: string[] = [];
  for (let nth = 0; nth < 12; nth++)
    people.push(
      (
        await aPerson(database, {
          name: `轮转${nth}`,
          divisionId: world.divisions.chaya.id,
          birthOn: "1980-01-01",
        })
      ).id,
    );
  const known = new Map<string, string>();
  const said = new Map<string, number>();
  for (let deed = 0; deed < DEEDS; deed++) {
    const personId = by.pick(people);
    const id = known.get(personId);
    const kind = id ? by.pick(KINDS) : "enroll";
    const version = id ? String((await reading(admin, (scope) => getMember(scope, { id }))).version) : "1";
    try {
      if (kind === "enroll") {
        const standing = { joinedOn: "2015-07-01", fullOn: "2016-07-01", memberGroup: "HERDER" };
        const made = await enrollMember(admin, {
          orgId: String(by.pick(orgs)),
          personId,
          how: "FOUND",
          fromOn: day(deed),
          ...standing,
        });
        known.set(personId, made.id);
      } else if (kind === "transfer")
        await transferMember(admin, { id, version, toOrgId: String(by.pick(orgs)), on: day(deed) });
      else if (kind === "out") await transferOut(admin, { id, version, on: day(deed), wentTo: "外地" });
      else await endMember(admin, { id, version, how: "DIED", on: day(deed), why: "去世" });
      said.set(kind, (said.get(kind) ?? 0) + 1);
    } catch (error) {
      // A deed that breaks a rule is refused in words; anything else would be a fault.
      if (!(error instanceof Problem) || !error.words.key.startsWith("member.")) throw error;
      said.set(error.words.key, (said.get(error.words.key) ?? 0) + 1);
    }
  }
  expect(said.get("transfer") ?? 0, JSON.stringify([...said])).toBeGreaterThan(40);
  for (let on = first; on <= WORLD_TODAY; on = addDays(on, 1)) {
    const twice = await database.look(
      `select member_id from party_membership where from_on <= $1 and (to_on is null or to_on > $1) group by member_id having count(*) > 1`,
      [on],
    );
    expect(twice, on).toEqual([]);
    const whole = await reading(admin, (scope) => listMembers(scope, { on }));
    let sum = 0;
    for (const orgId of orgs)
      sum += (await reading(admin, (scope) => listMembers(scope, { orgId, below: false, on }))).counts.total;
    expect([on, sum]).toEqual([on, whole.counts.total]);
  }
  const torn = await database.look(
    "select m.id from party_member m where (m.status = 'ACTIVE') <> exists (select 1 from party_membership s where s.member_id = m.id and s.to_on is null)",
  );
  expect(torn).toEqual([]);
});
