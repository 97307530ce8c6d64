/** Signs me out elsewhere: one device that I name, or all others. It holds from the next request on. */
import { command } from "#lib/platform/command.ts";
import { notFound } from "#lib/platform/problem.ts";
import { EndSession, Nothing } from "../input.ts";

export const endSession = command({
  name: "me.endSession",
  tells: "me.sessionEnded",
  input: EndSession,
  subject: async ({ sql, viewer }, { session }) => {
    const [row] = await sql<{ id: number }>`select account_id as id from session
      where digest = decode(${session}, 'hex') and account_id = ${viewer.accountId} and revoked_at is null`;
    return row ?? null;
  },
  may: () => true,
  run: async ({ sql, viewer }, { session }) => {
    const ended = await sql`update session set revoked_at = now()
      where digest = decode(${session}, 'hex') and account_id = ${viewer.accountId} and revoked_at is null returning 1 as ended`;
    if (ended.length === 0) throw notFound();
    return viewer.accountId;
  },
  fact: (id) => ({ subject: `account:${id}`, division: null }),
});

/** The others only: a deed cannot be told to the audit by a session that it has just ended. */
export const endOtherSessions = command({
  name: "me.endOtherSessions",
  tells: "me.sessionsEnded",
  input: Nothing,
  subject: async ({ viewer }) => viewer.accountId,
  may: () => true,
  run: async ({ sql }, _input, id) => {
    const ended =
      await sql`update session set revoked_at = now() where account_id = ${id} and kind = 'WEB' and revoked_at is null
        and digest <> sha256(convert_to(current_setting('app.tok'), 'UTF8')) returning 1 as ended`;
    return ended.length;
  },
  fact: (ended, _input, id) => ({ subject: `account:${id}`, division: null, ended }),
});
