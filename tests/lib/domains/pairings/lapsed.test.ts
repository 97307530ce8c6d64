// Pairings whose helper is gone in substance: each with its reason and the days since, as far as the asker reaches, until another takes over.
import { beforeAll, expect, test } from "vitest";
import { replacePairing } from "#lib/domains/pairings/commands/end.ts";
import { listLapsed } from "#lib/domains/pairings/queries/lapsed.ts";
import { listUncovered } from "#lib/domains/pairings/queries/uncovered.ts";
import { setSetting } from "#lib/domains/settings/commands/change-setting.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { anAccount } from "#tests/build/account.ts";
import { aHousehold } from "#tests/build/household.ts";
import { aPairing } from "#tests/build/pairing.ts";
import { aPerson } from "#tests/build/person.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions, people } = world;
let county: Session;
let other: Session;
let admin: Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  county = await signIn(database, "county-admin");
  other = await signIn(database, "other-county-admin");
  admin = await signIn(database, "prefecture-admin");
});

const lapsed = (session: Session) => reading(session, (scope) => listLapsed(scope, {}));
const helped = async (name: string) => {
  const helper = await aPerson(database, { divisionId: divisions.chaya.id, name, unitName: "察雅县水利局" });
  const household = await aHousehold(database, {
    divisionId: divisions.xuetong.id,
    headName: `${name}帮的户`,
  });
  const pairing = await aPairing(database, { household, helper, fromOn: "2025-01-10", kind: "FIRST_HELPER" });
  return { helper, household, pairing };
};

test("the dead, those who left, an ended team, a closed account and a helper who is poor himself: one line each, with the days", async () => {
  const before = (await lapsed(county)).rows;
  const out = await helped("转出");
  await database.look(
    `with m as (insert into party_member (person_id, name, joined_on, member_group, division_id, status, status_on)
       values ($1, '转出', '2010-07-01', 'AGENCY', $2, 'OUT', '2026-11-20') returning id)
     insert into party_membership (member_id, org_id, division_id, from_on, how, to_on, ended) select id, 2, $2, '2010-07-01', 'ADMITTED', '2026-11-20', 'OUT' from m`,
    [out.helper.id, divisions.chaya.id],
  );
  const team = await helped("队员");
  await database.look(
    `with t as (insert into resident_team (division_id, sending_unit, batch, from_on) values ($1, '察雅县水利局', '第十批', '2024-01-01') returning id)
     insert into team_member (team_id, division_id, person_id, name, unit, roles, from_on, to_on, ended)
       select id, $1, $2, '队员', '察雅县水利局', array['MEMBER'], '2024-01-01', '2026-11-01', 'TERM_OVER' from t`,
    [divisions.xuetong.id, team.helper.id],
  );
  const closed = await helped("停用");
  const account = await anAccount(database, {
    ...{ divisionId: divisions.chaya.id, personId: closed.helper.id, role: "HELPER" },
  });
  expect((await lapsed(county)).rows).toHaveLength(before.length + 2);
  await database.look("update account set status = 'DISABLED' where id = $1", [account.id]);
  const poor = await helped("返贫");
  const own = await aHousehold(database, {
    ...{ divisionId: divisions.xuetong.id, spells: [{ status: "POOR", fromOn: "2026-11-11" }] },
  });
  await database.look("update person set household_id = $2 where id = $1", [poor.helper.id, own.id]);

  const rows = (await lapsed(county)).rows.filter((row) => !before.some(({ id }) => id === row.id));
  expect(
    rows.map(({ helperName, why, since, days, limit }) => ({ helperName, why, since, days, limit })),
  ).toEqual([
    { helperName: "队员", why: "TEAM", since: "2026-11-01", days: 25, limit: 15 },
    { helperName: "返贫", why: "POOR", since: "2026-11-11", days: 15, limit: 15 },
    { helperName: "转出", why: "LEFT", since: "2026-11-20", days: 6, limit: 15 },
    { helperName: "停用", why: "ACCOUNT", since: null, days: null, limit: 15 },
  ]);
  // Households out of reach stay out of it, and nobody of these is uncovered: the register still says that somebody helps.
  expect((await lapsed(other)).rows.map(({ id }) => id)).not.toContain(rows[0]?.id);
  const bare = await reading(county, (scope) => listUncovered(scope, {}));
  expect(bare.rows.map(({ id }) => id)).not.toContain(out.household.id);

  // Another takes over, and the line is gone; a county's own days hold for its lines.
  await setSetting(admin, {
    key: "hand-over-days",
    value: "5",
    unit: String(divisions.chaya.id),
    fromOn: WORLD_TODAY,
  });
  expect((await lapsed(county)).rows.find(({ helperName }) => helperName === "转出")).toMatchObject({
    days: 6,
    limit: 5,
  });
  await replacePairing(county, {
    ...{ id: out.pairing.id, toOn: "2026-11-20", reason: "TRANSFERRED", fromOn: WORLD_TODAY },
    ...{ helperId: people.townshipCadre.id, overCap: "yes" },
  });
  expect((await lapsed(county)).rows.map(({ helperName }) => helperName)).not.toContain("转出");
});
