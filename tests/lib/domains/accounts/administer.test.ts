// An administrator makes accounts, gives and ends roles, resets passwords; people set their own password and end their sessions.
import { beforeAll, expect, test } from "vitest";
import { changePassword } from "#lib/domains/accounts/commands/change-password.ts";
import { createAccount } from "#lib/domains/accounts/commands/create-account.ts";
import { endGrant } from "#lib/domains/accounts/commands/end-grant.ts";
import { endOtherSessions, endSession } from "#lib/domains/accounts/commands/end-sessions.ts";
import { giveRole } from "#lib/domains/accounts/commands/give-role.ts";
import { resetPassword } from "#lib/domains/accounts/commands/reset-password.ts";
import { savePreferences } from "#lib/domains/accounts/commands/save-preferences.ts";
import { setAccountStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { firstAdministratorCode } from "#lib/domains/accounts/first-administrator.ts";
import { mySessions } from "#lib/domains/accounts/queries/my-sessions.ts";
import { becomeFirstAdministrator, setPasswordByCode } from "#lib/domains/accounts/redeem.ts";
import { signInWithPassword } from "#lib/domains/accounts/sign-in.ts";
import { reading, type Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/sign-in.ts";
import { type Ground, layGround, PLACES } from "#tests/walls/ground.ts";

const database = testDatabase();
const stranger = { address: "10.3.3.3", agent: null };
const PASSWORD = "correct horse battery staple";
let ground: Ground;
const as = (role: string): Session => ground.sessions.get(role) ?? { token: "" };

beforeAll(async () => {
  ground = await layGround(database);
}, 60_000);

async function newcomer(username: string) {
  const made = await createAccount(as("COUNTY_ADMIN"), {
    username,
    name: "新来的",
    divisionId: String(PLACES.A1.id),
    role: "TOWNSHIP_REVIEWER",
    personId: "",
    fromOn: "",
    toOn: "",
  });
  const token = await setPasswordByCode(
    { code: made.code.toLowerCase().replaceAll("-", " "), password: PASSWORD },
    stranger,
  );
  return { ...made, token };
}

test("a new account gets a code once; with it its person sets a password and is inside with the role given", async () => {
  const { id, code, token } = await newcomer("xinlaide");
  expect(await viewerOf({ token })).toMatchObject({
    name: "新来的",
    grants: [{ role: "TOWNSHIP_REVIEWER", divisionId: PLACES.A1.id }],
  });
  await expect(setPasswordByCode({ code, password: PASSWORD }, stranger), "used").rejects.toMatchObject({
    words: { key: "signIn.code" },
  });
  expect(
    await viewerOf({
      token: await signInWithPassword(
        { username: "xinlaide", password: PASSWORD },
        { ...stranger, device: undefined },
      ),
    }),
  ).toBeTruthy();
  const kept = await database.look("select * from one_time_code where account_id = $1", [id]);
  expect(JSON.stringify(kept)).not.toContain(code);
  const trail = await database.look<{ verb: string; facts: object }>(
    "select verb, facts from audit_event where subject = $1 order by id",
    [`account:${id}`],
  );
  expect(trail.map(({ verb }) => verb)).toEqual([
    "account.created",
    "account.codeRedeemed",
    "session.opened",
  ]);
  expect(JSON.stringify(trail)).not.toContain(code);
});

test("a name that is taken, a role too high and a person out of sight are refused with a sentence", async () => {
  const form = {
    username: "xinlaide2",
    name: "某",
    divisionId: String(PLACES.A1.id),
    role: "TOWNSHIP_REVIEWER",
  };
  await createAccount(as("COUNTY_ADMIN"), form);
  await expect(createAccount(as("COUNTY_ADMIN"), form)).rejects.toMatchObject({
    words: { key: "account.usernameTaken" },
  });
  await expect(
    createAccount(as("TOWNSHIP_ADMIN"), { ...form, username: "b-b", role: "COUNTY_FINANCE" }),
  ).rejects.toMatchObject({ code: "refused" });
  const foreign = ground.targets.find(({ place }) => place === "B1x")?.person;
  await expect(
    createAccount(as("COUNTY_ADMIN"), { ...form, username: "c-c", personId: foreign }),
  ).rejects.toMatchObject({ words: { key: "account.personUnknown" } });
  await expect(
    createAccount(as("COUNTY_ADMIN"), { ...form, username: "d-d", toOn: "2020-01-01" }),
  ).rejects.toMatchObject({ words: { key: "account.termEnds" } });
  await expect(
    createAccount(as("COUNTY_ADMIN"), { ...form, status: "ACTIVE" }),
    "a field that is not asked for",
  ).rejects.toMatchObject({ code: "invalid" });
});

test("a role is given for a time, and what it opened closes when it is ended", async () => {
  const { id, token } = await newcomer("dairen");
  const grant = await giveRole(as("COUNTY_ADMIN"), {
    accountId: id,
    role: "VILLAGE_CADRE",
    divisionId: PLACES.A1y.id,
    toOn: "2099-01-01",
  });
  expect((await viewerOf({ token })).grants).toHaveLength(2);
  await endGrant(as("COUNTY_ADMIN"), { grantId: grant });
  expect((await viewerOf({ token })).grants).toHaveLength(1);
  await expect(endGrant(as("COUNTY_ADMIN"), { grantId: grant }), "already over").rejects.toMatchObject({
    code: "not-found",
  });
});

test("nobody gives a role to himself, nor ends or closes his own", async () => {
  const me = await viewerOf(as("COUNTY_ADMIN"));
  await expect(
    giveRole(as("COUNTY_ADMIN"), {
      accountId: me.accountId,
      role: "COUNTY_FINANCE",
      divisionId: PLACES.A.id,
    }),
  ).rejects.toMatchObject({ code: "refused" });
  await expect(
    setAccountStatus(as("COUNTY_ADMIN"), { accountId: me.accountId, status: "DISABLED" }),
  ).rejects.toMatchObject({ code: "refused" });
  await expect(resetPassword(as("COUNTY_ADMIN"), { accountId: me.accountId })).rejects.toMatchObject({
    code: "refused",
  });
});

test("closing an account signs it out at once, and a reset code ends all its sessions when it is used", async () => {
  const { id, token } = await newcomer("likai");
  const { code } = await resetPassword(as("COUNTY_ADMIN"), { accountId: id });
  expect(await viewerOf({ token }), "until the code is used, nothing changes").toBeTruthy();
  const next = await setPasswordByCode({ code, password: "an even better sentence" }, stranger);
  await expect(viewerOf({ token })).rejects.toMatchObject({ code: "signed-out" });
  await setAccountStatus(as("COUNTY_ADMIN"), { accountId: id, status: "DISABLED" });
  await expect(viewerOf({ token: next })).rejects.toMatchObject({ code: "signed-out" });
  await setAccountStatus(as("COUNTY_ADMIN"), { accountId: id, status: "ACTIVE" });
  await expect(viewerOf({ token: next }), "opened again, what was open stays ended").rejects.toMatchObject({
    code: "signed-out",
  });
  await setAccountStatus(as("COUNTY_ADMIN"), { accountId: id, status: "DISABLED" });
  await expect(
    signInWithPassword(
      { username: "likai", password: "an even better sentence" },
      { ...stranger, device: undefined },
    ),
  ).rejects.toMatchObject({ words: { key: "signIn.wrong" } });
});

test("a code is good for half an hour", async () => {
  const { id } = await newcomer("chidao");
  const { code } = await resetPassword(as("COUNTY_ADMIN"), { accountId: id });
  await database.look(
    "update one_time_code set expires_at = expires_at - interval '31 minutes' where account_id = $1",
    [id],
  );
  await expect(setPasswordByCode({ code, password: PASSWORD }, stranger)).rejects.toMatchObject({
    words: { key: "signIn.code" },
  });
});

test("changing my password asks the old one, refuses weak ones, and ends my other sessions but not this one", async () => {
  const { token } = await newcomer("gaimi");
  const other = await signInWithPassword(
    { username: "gaimi", password: PASSWORD },
    { ...stranger, device: undefined },
  );
  const change = (current: string, password: string) => changePassword({ token }, { current, password });
  await expect(change("wrong", "another good sentence")).rejects.toMatchObject({
    words: { key: "password.current" },
  });
  await expect(change(PASSWORD, "changdu2024!!")).rejects.toMatchObject({
    words: { key: "password.guessable" },
  });
  await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ words: { key: "password.same" } });
  await change(PASSWORD, "another good sentence");
  expect(await viewerOf({ token })).toBeTruthy();
  await expect(viewerOf({ token: other })).rejects.toMatchObject({ code: "signed-out" });
});

test("guessing my password from my open session is slowed like at the door", async () => {
  const { token } = await newcomer("weirenmi");
  const guesses: string[] = [];
  for (let tries = 0; tries < 8; tries += 1)
    await changePassword({ token }, { current: `guess ${tries}`, password: "another good sentence" }).catch(
      (error) => guesses.push(error.words.key),
    );
  expect(guesses.slice(-2)).toEqual(["signIn.waitMinutes", "signIn.waitMinutes"]);
});

test("I see where I am signed in and end it there; somebody else's session is not there for me", async () => {
  const { token } = await newcomer("shebei");
  const other = await signInWithPassword(
    { username: "shebei", password: PASSWORD },
    { ...stranger, agent: "Firefox · Linux", device: undefined },
  );
  const list = await reading({ token }, (scope) => mySessions(scope, {}));
  expect(list.map(({ here, device }) => [here, device])).toEqual([
    [true, null],
    [false, "Firefox · Linux"],
  ]);
  await expect(endSession(as("COUNTY_ADMIN"), { session: list[1]?.id })).rejects.toMatchObject({
    code: "not-found",
  });
  await endSession({ token }, { session: list[1]?.id });
  await expect(viewerOf({ token: other })).rejects.toMatchObject({ code: "signed-out" });
  const third = await signInWithPassword(
    { username: "shebei", password: PASSWORD },
    { ...stranger, device: undefined },
  );
  await endOtherSessions({ token }, {});
  await expect(viewerOf({ token: third })).rejects.toMatchObject({ code: "signed-out" });
  expect(await viewerOf({ token })).toBeTruthy();
});

test("how I like to read is kept with the account", async () => {
  const { token } = await newcomer("daziban");
  await savePreferences({ token }, { textSize: "188", theme: "dark", colorSafe: "1" });
  expect(await viewerOf({ token })).toMatchObject({
    textSize: "188",
    theme: "dark",
    colorSafe: true,
    locale: "zh-CN",
  });
  await expect(savePreferences({ token }, { textSize: "999" })).rejects.toMatchObject({ code: "invalid" });
});

test("an installation without accounts prints a code for its first administrator, and none once there is one", async () => {
  expect(await firstAdministratorCode(database.owner)).toBeNull();
  await database.look("delete from one_time_code");
  await database.asAdmin("truncate account, role_grant, session cascade", "truncate division cascade");
  const lost = await firstAdministratorCode(database.owner);
  const code = await firstAdministratorCode(database.owner);
  const typed = { username: "diyi", name: "第一位", password: PASSWORD };
  await expect(becomeFirstAdministrator({ ...typed, code: lost ?? "" }, stranger)).rejects.toMatchObject({
    words: { key: "signIn.code" },
  });
  await expect(
    setPasswordByCode({ code: code ?? "", password: PASSWORD }, stranger),
    "not a reset code",
  ).rejects.toMatchObject({ words: { key: "signIn.code" } });
  await expect(
    becomeFirstAdministrator({ ...typed, code: code ?? "", password: "changdu123456" }, stranger),
  ).rejects.toMatchObject({ words: { key: "password.guessable" } });
  const token = await becomeFirstAdministrator({ ...typed, code: code ?? "" }, stranger);
  expect(await viewerOf({ token })).toMatchObject({
    name: "第一位",
    seesAll: true,
    grants: [{ role: "PREFECTURE_ADMIN" }],
  });
  expect(await firstAdministratorCode(database.owner)).toBeNull();
  await expect(
    becomeFirstAdministrator({ ...typed, username: "dier", code: code ?? "" }, stranger),
  ).rejects.toMatchObject({ words: { key: "signIn.code" } });
});
