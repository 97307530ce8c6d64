/** What the phone knows of itself before anything is unsealed: whose it is, and when it last spoke with the server. */
import { read, write } from "./database.ts";
import type { Look } from "./page-look.ts";
import { randomId } from "./random-id.ts";

/** Plain, so that the phone knows what it holds before anything is unsealed. */
export type About = {
  account: number;
  device: string;
  lastAt: number | null;
  shellAt: number;
  /** The public half of the server's box. */
  sealTo?: string;
  /** Something was delivered since the registry was fetched. */
  stale?: boolean;
  /** How its person reads, as on the last page of the server; and how the empty shell was made. */
  look?: string;
  shellLook?: string;
  /** How its person wishes to read, chosen without a network; told to the account, but perhaps not to the page that stands here. */
  wishes?: Look;
  wishesTold?: boolean;
  /** Photos wait for Wi-Fi, or for the button. */
  wifiOnly?: boolean;
};

export const deviceAllows = () =>
  typeof indexedDB !== "undefined" && typeof crypto !== "undefined" && crypto.subtle !== undefined;

export const about = () => read<About>("about", "phone");
export const tellAbout = async (change: Partial<About>) => {
  const now = await about();
  if (now) await write({ in: "about", key: "phone", value: { ...now, ...change } });
};

/** The registry of others goes when somebody else signs in; what they wrote down stays for them. */
export async function takeOver(account: number): Promise<About> {
  const before = await about();
  if (before?.account === account) return before;
  const mine = { account, device: before?.device ?? randomId(), lastAt: null, shellAt: before?.shellAt ?? 0 };
  await write({ clear: "kept" }, { in: "about", key: "phone", value: mine });
  return mine;
}
