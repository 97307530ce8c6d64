/** Signs me out elsewhere: one device that I name, all others, or everywhere. It holds from the next request on. */
import { command } from "#lib/platform/command.ts";
import { notFound } from "#lib/platform/problem.ts";
import { EndSession, EndSessions } from "../input.ts";

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

export const endSessions = command({
  name: "me.endSessions",
  tells: "me.sessionsEnded",
  input: EndSessions,
  subject: async ({ viewer }) => viewer.accountId,
  may: () => true,
  run: async ({ sql }, { which }, id) => {
    const ended = await sql`update session set revoked_at = now()
      where account_id = ${id} and kind = 'WEB' and revoked_at is null
        and (${which} = 'all' or digest <> sha256(convert_to(current_setting('app.tok'), 'UTF8'))) returning 1 as ended`;
    return ended.length;
  },
  fact: (ended, { which }, id) => ({ subject: `account:${id}`, division: null, which, ended }),
});
