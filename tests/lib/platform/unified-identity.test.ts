// The office's unified identity (OIDC): a person unknown here stays outside, and what stands between (the second factor) is asked all the same.
import { beforeAll, expect, test } from "vitest";
import { authOptions } from "#lib/platform/unified-identity.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
let id = 0;
beforeAll(async () => {
  const [row] = await database.look<{ id: number }>("select id from account where username = 'county-admin'");
  id = row?.id ?? 0;
});

const comes = (username: string, between: (account: number) => Promise<string | null>, provider = "oidc") =>
  authOptions(between).callbacks?.signIn?.({ user: { id: username }, account: { provider } } as never);

test("straight in where nothing stands between, to the second factor where it does, and nobody else at all", async () => {
  expect(await comes("county-admin", async () => null)).toBe(true);
  expect(await comes("county-admin", async (who) => (who === id ? "/second-factor" : null))).toBe(
    "/second-factor",
  );
  expect(await comes("nobody-here", async () => null)).toBe(false);
  expect(await comes("county-admin", async () => null, "another")).toBe(false);
});
