/** What may come in from a phone. */
import * as z from "zod";
import { MOST_NAMES } from "#lib/domains/trainings/training.ts";
import { MOST_OPS, OP_KINDS } from "./op.ts";

const uuid = z.uuid("malformed");
const digest = z.string().regex(/^[0-9a-f]{64}$/, "malformed");
const device = z.string().min(1).max(64);

const op = {
  op: uuid,
  /** Of the very text in `values`. */
  sha256: digest,
  writtenAt: z.iso.datetime("malformed"),
};

export const DeliverVisit = z.strictObject({ ...op, device, values: z.string().max(20_000, "malformed") });

export const DeliverFact = DeliverVisit;
export const DeliverNeed = DeliverVisit;
export const DeliverCase = DeliverVisit;
export const DeliverPapers = DeliverVisit;
export const DeliverAddition = DeliverVisit;
export const DeliverVerdict = DeliverVisit;
export const DeliverAttendance = DeliverVisit;
/** By whom it was written down, when somebody else hands it in. */
const writer = z.int();
export const TakeInVisit = z.strictObject({ ...DeliverVisit.shape, writer });
export const TakeInFact = TakeInVisit;
export const TakeInNeed = TakeInVisit;

/** A batch as it is posted; each of its operations is looked at by itself. */
export const Batch = z.strictObject({ device, ops: z.array(z.unknown()).max(MOST_OPS) });
/** What is said by the sending itself; without a kind it is a visit, as phones sent it before there were others. */
export const OpNames = z.object({ op: uuid, sha256: digest, kind: z.enum(OP_KINDS).default("VISIT") });

export const DeliverPhoto = z.strictObject({
  ...op,
  device,
  visit: uuid,
  /** What was taken in of it, as the file store says. */
  photo: z.unknown(),
});

export const TakeInPhoto = z.strictObject({ ...DeliverPhoto.shape, writer });
export const DropHeld = z.strictObject({
  op: uuid,
  why: z.string().trim().min(2, "reason").max(200, "reason"),
});

export const PhoneTells = z.strictObject({ device, waiting: z.int().min(0).max(100_000) });

export const PhotoPart = z.object({
  id: uuid,
  visit: uuid,
  sha256: digest,
  size: z.coerce.number().int().positive(),
  at: z.coerce.number().int().min(0),
  device,
  writtenAt: z.iso.datetime("malformed"),
});

export const TwistedOp = z.strictObject({ op: uuid, sha256: digest });
export const OneCase = z.object({ id: uuid });
export const OneTraining = z.object({ id: uuid });
/** Who was there: `sheet` is the list's own number, whatever becomes of it; `called` says each person's name, in the same order. */
export const AttendanceTold = z.object({
  id: uuid,
  sheet: uuid,
  people: z.array(uuid).max(MOST_NAMES).default([]),
  called: z.array(z.string().max(60)).max(MOST_NAMES).default([]),
  names: z.string().max(5_000).default(""),
});
export const OneOp = z.object({ op: uuid });
export const Nothing = z.object({});
