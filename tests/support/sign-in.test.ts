// The floor under tests that act as somebody: the row made here is a session to the database, until it is revoked.
import { expect, test } from "vitest";
import { testDatabase } from "./database.ts";
import { signIn, viewerOf } from "./sign-in.ts";

const database = testDatabase();

test("somebody of the world is signed in, and out when the session is revoked", async () => {
  await database.look(
    "insert into division (id, name, level, opened_on) values (900001, '试市', 'PREFECTURE', '2016-01-01')",
  );
  await database.look("insert into account (username, name, division_id) values ('planted', '试人', 900001)");
  const session = await signIn(database, "试人");
  expect(await viewerOf(session)).toMatchObject({ name: "试人", grants: [], reach: [], seesAll: false });
  await database.look("update session set revoked_at = now()");
  await expect(viewerOf(session)).rejects.toMatchObject({ code: "signed-out" });
});

test("a name that nobody bears is a mistake in the test", async () => {
  await expect(signIn(database, "nobody")).rejects.toThrow("0 accounts");
});
