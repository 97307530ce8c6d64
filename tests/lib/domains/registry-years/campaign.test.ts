// The window and the freeze: what holds where and when, and who sets it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { gateOf } from "#lib/domains/registry-years/campaign.ts";
import { setCampaign } from "#lib/domains/registry-years/commands/set-campaign.ts";
import { registryGate, registryYears } from "#lib/domains/registry-years/queries/years.ts";
import { holdToday } from "#lib/platform/clock.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";

const database = testDatabase();
const { divisions } = world;
const sessions: Record<string, Session> = {};
const as = (who: string): Session => sessions[who] as Session;

beforeAll(async () => {
  holdToday(WORLD_TODAY);
  for (const who of ["prefecture-admin", "county-admin", "other-county-admin", "township-admin"])
    sessions[who] = await signIn(database, who);
});
afterAll(() => holdToday(null));

const gate = (place: number) => reading(as("prefecture-admin"), (scope) => registryGate(scope, { place }));

test("both days of the window are in it; the freeze begins on its day; without a campaign nothing is held back", () => {
  const campaign = { opensOn: "2026-09-01", closesOn: "2026-12-31", frozenOn: "2027-01-15" };
  const on = (day: string) => {
    const { open, frozen } = gateOf(2026, campaign, day);
    return `${open ? "open" : "closed"} ${frozen ? "frozen" : "free"}`;
  };
  expect(
    ["2026-08-31", "2026-09-01", "2026-12-31", "2027-01-01", "2027-01-14", "2027-01-15"].map(on),
  ).toEqual(["closed free", "open free", "open free", "closed free", "closed free", "closed frozen"]);
  expect(gateOf(2026, null, "2026-05-01")).toMatchObject({ open: true, frozen: false });
});

test("the prefecture sets it for all, a county for itself; the nearest holds", async () => {
  expect(await gate(divisions.xuetong.id)).toMatchObject({ campaign: null, open: true, frozen: false });
  await setCampaign(as("prefecture-admin"), {
    divisionId: String(divisions.prefecture.id),
    opensOn: "2026-09-01",
    closesOn: "2026-10-31",
    frozenOn: "",
  });
  expect(await gate(divisions.xuetong.id)).toMatchObject({ open: false, frozen: false });
  await setCampaign(as("county-admin"), {
    divisionId: String(divisions.chaya.id),
    opensOn: "2026-09-01",
    closesOn: "2026-12-31",
    frozenOn: "2027-01-15",
  });
  expect(await gate(divisions.xuetong.id)).toMatchObject({ open: true });
  expect(await gate(divisions.lieda.id)).toMatchObject({ open: false });
  const { campaigns } = await reading(as("township-admin"), (scope) => registryYears(scope, {}));
  expect(campaigns.map(({ place, by }) => [place, by])).toEqual([
    ["昌都市", "格桑德吉"],
    ["察雅县", "嘎松曲珍"],
  ]);
});

test("days that make no sense say which one; a township sets nothing, and nobody another county's", async () => {
  const days = { opensOn: "2026-09-01", closesOn: "2026-12-31", frozenOn: "" };
  const own = { divisionId: String(divisions.chaya.id), ...days };
  for (const [more, field, key] of [
    [{ opensOn: "秋天" }, "opensOn", "day"],
    [{ closesOn: "2026-08-31" }, "closesOn", "registry.closesFirst"],
    [{ frozenOn: "2026-12-30" }, "frozenOn", "registry.frozenFirst"],
  ] as const)
    await expect(setCampaign(as("county-admin"), { ...own, ...more })).rejects.toMatchObject({
      fields: { [field]: [expect.objectContaining({ key })] },
    });
  await expect(
    setCampaign(as("county-admin"), { ...own, divisionId: String(divisions.zuogong.id) }),
  ).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(
    setCampaign(as("township-admin"), { ...own, divisionId: String(divisions.jitang.id) }),
  ).rejects.toMatchObject({
    code: "not-found",
  });
});
