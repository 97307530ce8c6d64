/** What a form said, kept until somebody decides; an ID number lies sealed in it, as it does everywhere. */
import { readIdNumber } from "#lib/base/id-number.ts";
import { sealIdNo, unsealIdNo } from "#lib/platform/seal.ts";

export type Payload = Record<string, unknown> & { sealedIdNo?: { sealed: string; digest: string } };

export function asPayload(input: Record<string, unknown>): Payload {
  const { idNo, ...rest } = input;
  const read = typeof idNo === "string" ? readIdNumber(idNo) : null;
  if (!read || typeof read === "string") return rest;
  const { idNoSealed, idNoDigest } = sealIdNo(read.idNo);
  return {
    ...rest,
    sealedIdNo: {
      sealed: Buffer.from(idNoSealed).toString("base64"),
      digest: Buffer.from(idNoDigest).toString("base64"),
    },
  };
}

export function asInput({ sealedIdNo, ...rest }: Payload): Record<string, unknown> {
  if (!sealedIdNo) return rest;
  const idNo = unsealIdNo(Buffer.from(sealedIdNo.sealed, "base64"), Buffer.from(sealedIdNo.digest, "base64"));
  return { ...rest, idNo };
}
