/** The session of a request: a random token inside next-auth's encrypted cookie; everything else is looked up (stack.md settlement 1). */
import { createHash, randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";
import { agentInWords } from "./agent.ts";
import { databases } from "./db.ts";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { signedOut } from "./problem.ts";
import { reading, type Session } from "./scope.ts";
import type { Viewer } from "./viewer.ts";

/** Twelve hours: a working day, and the longest that a phone keeps it (decisions 29). */
export const SESSION_SECONDS = 12 * 3600;

const secure = () => env.ORIGIN?.startsWith("https:") ?? false;
export const sessionCookie = () => `${secure() ? "__Secure-" : ""}next-auth.session-token`;
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  secure: secure(),
  path: "/",
});

const digestOf = (token: string) => createHash("sha256").update(token).digest();

/** Opens a session row and gives its token; the caller has checked who it is. */
export async function openSession(accountId: number, device: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const until = new Date(Date.now() + SESSION_SECONDS * 1000);
  await databases().reads.query("select sec.session_open($1, $2, $3, $4)", [
    digestOf(token),
    accountId,
    until,
    device,
  ]);
  return token;
}

/** A new token for the same session, once its owner has proved again who sits there; a copy of the old one is then worth nothing. */
export async function renewSession(token: string): Promise<string | null> {
  const next = randomBytes(32).toString("base64url");
  const { rows } = await databases().reads.query<{ renewed: boolean }>(
    "select sec.session_renewed($1, $2) as renewed",
    [digestOf(token), digestOf(next)],
  );
  return rows[0]?.renewed ? next : null;
}

export async function closeSession(token: string): Promise<void> {
  await databases().reads.query("select sec.session_close($1)", [digestOf(token)]);
}

export const sealToken = (token: string) =>
  encode({ token: { tok: token }, secret: env.NEXTAUTH_SECRET, maxAge: SESSION_SECONDS });

export async function setSessionCookie(token: string): Promise<void> {
  (await cookies()).set(sessionCookie(), await sealToken(token), {
    ...cookieOptions(),
    maxAge: SESSION_SECONDS,
  });
}

/** After a proof of who sits there (trust.md §4.5). What was done with it is not undone when this fails: the old token then stays. */
export async function goOnUnderNewToken({ token, requestId }: Session): Promise<void> {
  try {
    const next = await renewSession(token);
    if (next) await setSessionCookie(next);
  } catch (error) {
    log.error({ requestId, err: error }, "session not renewed");
  }
}

export async function dropSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookie(), "", { ...cookieOptions(), maxAge: 0 });
}

/** Between password and second factor: who has proved the password, for five minutes, in a sealed cookie of its own purpose. */
const HALF = { cookie: "half", purpose: "second-factor", seconds: 300 };
export type Half = { account: number; to?: string; username?: string };

export async function setHalf(half: Half): Promise<void> {
  const sealed = await encode({
    token: { ...half },
    secret: env.NEXTAUTH_SECRET,
    maxAge: HALF.seconds,
    salt: HALF.purpose,
  });
  (await cookies()).set(HALF.cookie, sealed, { ...cookieOptions(), maxAge: HALF.seconds });
}

export async function currentHalf(): Promise<Half | null> {
  const sealed = (await cookies()).get(HALF.cookie)?.value;
  if (!sealed) return null;
  const half = await decode({ token: sealed, secret: env.NEXTAUTH_SECRET, salt: HALF.purpose }).catch(
    () => null,
  );
  return half && typeof half.account === "number" ? (half as unknown as Half) : null;
}

export async function dropHalf(): Promise<void> {
  (await cookies()).set(HALF.cookie, "", { ...cookieOptions(), maxAge: 0 });
}

/** The session that the request claims; whether it still lives, the database says. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const sealed = (await cookies()).get(sessionCookie())?.value;
  if (!sealed) return null;
  const token = await decode({ token: sealed, secret: env.NEXTAUTH_SECRET }).then(
    (jwt) => jwt?.tok,
    () => null,
  );
  if (typeof token !== "string") return null;
  await databases().reads.query("select sec.session_seen($1)", [digestOf(token)]);
  const all = await headers();
  return {
    token,
    requestId: all.get("x-request-id") ?? undefined,
    from: {
      address: all.get("x-client-address") ?? "unknown",
      agent: agentInWords(all.get("user-agent") ?? ""),
    },
  };
});

export async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (!session) throw signedOut();
  return session;
}

/** For the shell around a page: who is signed in, or nobody. Decides what is shown, never what is allowed. */
export const layoutViewer = cache(async (): Promise<Viewer | null> => {
  const session = await currentSession();
  if (!session) return null;
  try {
    return await reading(session, async ({ viewer }) => viewer);
  } catch {
    return null;
  }
});

/** A copy that a phone sealed to us, whose session was ended; false where the session was never that writer's. */
export async function holdForLook(
  token: string,
  copy: { account: number; op: string; about: string | null; sealed: Uint8Array; writtenAt: string },
): Promise<boolean> {
  const { rows } = await databases().reads.query<{ held: boolean }>(
    "select sec.hold($1, $2, $3, $4, $5, $6) as held",
    [digestOf(token), copy.account, copy.op, copy.about, Buffer.from(copy.sealed), copy.writtenAt],
  );
  return rows[0]?.held ?? false;
}

/** How much waits on a phone of this session's account. */
export async function phoneTold(token: string, device: string, waiting: number): Promise<void> {
  await databases().reads.query("select sec.phone_told($1, $2, $3)", [digestOf(token), device, waiting]);
}

/** Why a session no longer answers: it ran out, or somebody ended it. */
export async function sessionStanding(token: string): Promise<"live" | "expired" | "ended" | "unknown"> {
  const { rows } = await databases().reads.query("select sec.session_standing($1) as standing", [
    digestOf(token),
  ]);
  return rows[0].standing;
}
