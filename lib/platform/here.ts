/** Under which address this installation is met: the configured origin, in the demo what the request says. */
import { headers } from "next/headers";
import { env } from "./env.ts";

export async function originHere(): Promise<string> {
  if (env.ORIGIN) return env.ORIGIN;
  const all = await headers();
  const host = all.get("x-forwarded-host") ?? all.get("host") ?? "localhost";
  return `${all.get("x-forwarded-proto") === "https" ? "https" : "http"}://${host}`;
}
