/** Sealing of ID numbers: AES-256-GCM for reading back, keyed digests for equality and for the last four (trust.md §4.4). */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "./env.ts";
import { loadKeys } from "./keys.ts";

const VERSION = 1;
let keys: ReturnType<typeof loadKeys> | undefined;
const theKeys = () => {
  keys ??= loadKeys(env.KEYS_DIR);
  return keys;
};

/** `about` names table, column and row or owner, so that a sealed value cannot be moved elsewhere unnoticed. */
export function seal(plain: string, about: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", theKeys().kek, iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), sealed]);
}

/** Throws when the value was tampered with or moved. */
export function unseal(sealed: Uint8Array, about: string): string {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION) throw new Error("sealed with an unknown version");
  const open = createDecipheriv("aes-256-gcm", theKeys().kek, bytes.subarray(1, 13)).setAAD(
    Buffer.from(about),
  );
  open.setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([open.update(bytes.subarray(29)), open.final()]).toString("utf8");
}

const digest = (purpose: string, value: string) =>
  createHmac("sha256", theKeys().index).update(`${purpose}\0${value}`).digest();
const wholeNumber = (idNo: string) => idNo.normalize("NFKC").replace(/\s/g, "").toUpperCase();

/** For equality and uniqueness of a whole number (18 digits, or a disability card). */
export const idDigest = (idNo: string) => digest("id", wholeNumber(idNo));
/** For the search by the last four. */
export const idTailDigest = (idNoOrTail: string) => digest("tail", wholeNumber(idNoOrTail).slice(-4));
/** What an ID number is sealed about: its own digest, so that importing can seal before the row has an id. */
export function sealIdNo(idNo: string) {
  const idNoDigest = idDigest(idNo);
  return {
    idNoSealed: seal(wholeNumber(idNo), `person.id_no:${idNoDigest.toString("base64")}`),
    idNoDigest,
    idTailDigest: idTailDigest(idNo),
  };
}
export const unsealIdNo = (sealed: Uint8Array, itsDigest: Uint8Array) =>
  unseal(sealed, `person.id_no:${Buffer.from(itsDigest).toString("base64")}`);

/** The pepper over a password, before argon2id. */
export const peppered = (password: string) =>
  createHmac("sha256", theKeys().pepper).update(password.normalize("NFKC")).digest("base64");
