// Signs a person of the world in without the screen: a session row as sign-in would write it, and what the doors hand on.
import { createHash, randomBytes } from "node:crypto";
import { reading, type Session } from "#lib/platform/scope.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import type { TestDatabase } from "./database.ts";

/** By user name or by the person's name; an unknown or ambiguous one is a mistake in the test. */
export async function signIn(database: TestDatabase, who: string): Promise<Session> {
  const found = await database.look<{ id: number }>(
    "select id from account where username = lower($1) or name = $1",
    [who],
  );
  if (found.length !== 1) throw new Error(`${found.length} accounts answer to “${who}”`);
  const token = randomBytes(32).toString("base64url");
  const digest = createHash("sha256").update(token).digest();
  await database.look(
    "insert into session (digest, account_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [digest, found[0]?.id],
  );
  return { token };
}

/** As the database sees this session now. */
export const viewerOf = (session: Session): Promise<Viewer> => reading(session, async ({ viewer }) => viewer);
