/** Sentences that one page hands to the next in its address: sealed, so that nobody can put words into our mouth. */
import { decode, encode } from "next-auth/jwt";
import { env } from "./env.ts";

const PURPOSE = { salt: "told", maxAge: 3600 };
const MOST_LINES = 20;

export const sealTold = (lines: readonly string[]): Promise<string> =>
  encode({ token: { lines: lines.slice(0, MOST_LINES) }, secret: env.NEXTAUTH_SECRET, ...PURPOSE });

export async function openTold(sealed: string | undefined): Promise<string[]> {
  if (!sealed) return [];
  const told = await decode({ token: sealed, secret: env.NEXTAUTH_SECRET, salt: PURPOSE.salt }).catch(
    () => null,
  );
  return Array.isArray(told?.lines) ? told.lines.filter((line) => typeof line === "string") : [];
}
