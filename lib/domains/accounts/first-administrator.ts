/** The first administrator of an installation: a code printed once on the terminal, redeemed on a page, kept as a digest. */
import { plantFirstCode } from "#lib/platform/first-code.ts";
import { digestOfCode, makeCode } from "./one-time-code.ts";

const DAYS = 7;

/** The code to print, or null when there are accounts already. */
export async function firstAdministratorCode(ownerUrl: string): Promise<string | null> {
  const code = makeCode();
  return (await plantFirstCode(ownerUrl, digestOfCode(code), DAYS)) ? code : null;
}
