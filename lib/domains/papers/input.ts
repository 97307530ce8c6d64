/** What may come in about papers; what the file store has taken in comes from the server itself. */
import * as z from "zod";
import { LONGEST_TITLE, OWNERS, type OwnerKind, PAPER_KINDS } from "./paper.ts";

const digest = z.string().regex(/^[0-9a-f]{64}$/, "malformed");
const id = z.string().regex(/^([1-9]\d{0,8}|[0-9a-f-]{36})$/, "malformed");

export const PaperSubject = z.strictObject({ kind: z.enum(PAPER_KINDS, "malformed"), id });
/** "partyOrg:12", as a form sends it. */
export const subjectFrom = (text: string | undefined) => {
  const [kind, id] = (text ?? "").split(":");
  return PaperSubject.safeParse({ kind, id });
};

export const AddPaper = z.strictObject({
  subject: PaperSubject,
  file: z.strictObject({
    kind: z.literal("PAPER"),
    sha256: digest,
    previewSha256: digest.nullable(),
    mediaType: z.enum(["image/jpeg", "application/pdf"]),
    size: z.int().positive(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    name: z.string().min(1).max(200),
  }),
});

const line = (most: number) => z.string().trim().max(most, "tooLong");
export const CorrectPaper = z.strictObject({
  id: z.uuid("malformed"),
  version: z.coerce.number().int(),
  title: line(LONGEST_TITLE).min(1, "required"),
  documentNo: line(60).transform((text) => text || null),
  datedOn: line(20),
});
export const RemovePaper = z.strictObject({ id: z.uuid("malformed"), why: line(200).min(1, "required") });

const ownerKinds = Object.keys(OWNERS) as [OwnerKind, ...OwnerKind[]];
export const PapersOf = z.strictObject({
  kind: z.enum(ownerKinds),
  id: z.coerce.string().regex(/^([1-9]\d{0,8}|[0-9a-f-]{36})$/, "malformed"),
});
