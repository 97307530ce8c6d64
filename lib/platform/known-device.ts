/** A cookie by which a browser proves that an account has signed in from it before: it gets a bucket of its own (trust.md §4.6). */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "./env.ts";

/** An office computer is shared by a few people. */
const PEOPLE = 8;
export const DEVICE_COOKIE = "device";
export const DEVICE_SECONDS = 400 * 24 * 3600;

/** Digests under the session secret, so that neither the cookie nor the table of failures tells a name. */
export const keyed = (purpose: string, ...parts: string[]) =>
  createHmac("sha256", env.NEXTAUTH_SECRET)
    .update([purpose, ...parts].join("\0"))
    .digest("base64url")
    .slice(0, 27);

const proofOf = (id: string, username: string) => keyed("device", id, username);
const same = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

function partsOf(cookie: string | undefined): { id: string; proofs: string[] } | null {
  const [id, ...proofs] = (cookie ?? "").split(".");
  return id && /^[\w-]{22}$/.test(id) ? { id, proofs: proofs.slice(0, PEOPLE) } : null;
}

/** The device's number when this account has been here before, else null. */
export function knownDevice(cookie: string | undefined, username: string): string | null {
  const device = partsOf(cookie);
  if (!device) return null;
  const proof = proofOf(device.id, username);
  return device.proofs.some((one) => same(one, proof)) ? device.id : null;
}

/** The cookie after this account has signed in: the latest people first. */
export function rememberOn(cookie: string | undefined, username: string): string {
  const { id, proofs } = partsOf(cookie) ?? { id: randomBytes(16).toString("base64url"), proofs: [] };
  const proof = proofOf(id, username);
  return [id, proof, ...proofs.filter((one) => one !== proof)].slice(0, PEOPLE + 1).join(".");
}
