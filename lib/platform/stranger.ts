/** Who knocks without a session: the address as the entry knows it, the device's cookie, and the browser in a few words. */
import { cookies, headers } from "next/headers";
import { agentInWords } from "./agent.ts";
import { DEVICE_COOKIE, DEVICE_SECONDS, rememberOn } from "./known-device.ts";
import { cookieOptions, setSessionCookie } from "./session.ts";

export type Stranger = {
  address: string;
  /** The cookie of the device, as sent. */
  device?: string;
  /** For the list of one's own sessions. */
  agent: string | null;
  requestId?: string;
};

export async function strangerHere(): Promise<Stranger> {
  const [all, jar] = await Promise.all([headers(), cookies()]);
  return {
    address: all.get("x-client-address") ?? "unknown",
    device: jar.get(DEVICE_COOKIE)?.value,
    agent: agentInWords(all.get("user-agent") ?? ""),
    requestId: all.get("x-request-id") ?? undefined,
  };
}

/** The person is inside: a fresh session cookie, and the device is known from now on when a password proved who it is. */
export async function letIn(token: string, username?: string): Promise<void> {
  await setSessionCookie(token);
  if (!username) return;
  const jar = await cookies();
  jar.set(DEVICE_COOKIE, rememberOn(jar.get(DEVICE_COOKIE)?.value, username), {
    ...cookieOptions(),
    maxAge: DEVICE_SECONDS,
  });
}

/** Plain http from another machine: the browser will then refuse offline use and installing. */
export async function plainHttpHere(): Promise<boolean> {
  const all = await headers();
  const host = (all.get("x-forwarded-host") ?? all.get("host") ?? "").replace(/:\d+$/, "");
  return all.get("x-forwarded-proto") !== "https" && !/^(localhost|127\.|\[::1\])/.test(host);
}
