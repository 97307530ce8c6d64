/** For the doors of phones: 410 where the session was ended (the phone then forgets what it keeps), 401 where it only ran out. */
import { Problem } from "#lib/platform/problem.ts";
import type { Session } from "#lib/platform/scope.ts";
import { sessionStanding } from "#lib/platform/session.ts";

export async function orGone(session: Session, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "signed-out") throw error;
    if ((await sessionStanding(session.token)) !== "ended") throw error;
    return new Response(null, { status: 410 });
  }
}
