/** What may come in about Party organizations. */
import * as z from "zod";
import { dated, WithdrawChange } from "#lib/domains/divisions/input.ts";
import { BASES, COVERAGES } from "./affiliation.ts";
import { ORG_CHANGES, ORG_KINDS, SETTINGS } from "./party-org.ts";

const id = z.coerce.number("choose").int("choose").positive("choose");
const name = z.string().trim().min(1, "required").max(60, "tooLong");
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "tooLong")
    .optional()
    .transform((value) => value || undefined);
const coverage = z
  .enum([...COVERAGES, ""], "choose")
  .optional()
  .transform((value) => value || null);

const ledBy = { leaderId: id, basis: z.enum(BASES, "choose"), supervisingDept: text(60) };

export const OpenOrg = z.strictObject({
  divisionId: id,
  setting: z.enum(SETTINGS, "choose"),
  coverage,
  kind: z.enum(ORG_KINDS, "choose"),
  name,
  foundedOn: text(20),
  ...ledBy,
  ...dated,
});
export const RenameOrg = z.strictObject({ id, name, ...dated });
export const MoveOrg = z.strictObject({ id, ...ledBy, ...dated });
export const CloseOrg = z.strictObject({ id, targetId: id, ...dated });
export const DescribeOrg = z.strictObject({
  id,
  version: z.coerce.number().int(),
  secretary: text(40),
  memberCount: z
    .string()
    .trim()
    .regex(/^\d{0,5}$/, "number")
    .optional()
    .transform((value) => (value ? Number(value) : null)),
});
export const RehearseOrgChange = z.looseObject({ kind: z.enum(ORG_CHANGES), id });
export const WithdrawOrgChange = WithdrawChange;

export const OrgFilter = z.strictObject({
  /** The county or any other division; null = all. */
  unitId: z.number().int().positive().nullable().default(null),
  kinds: z.array(z.enum(ORG_KINDS)).default([]),
  setting: z.enum(SETTINGS).nullable().default(null),
  q: z.string().trim().max(40).default(""),
  lacking: z.boolean().default(false),
  page: z.number().int().min(1).max(1000).default(1),
});
export const ShowOrgTree = z.strictObject({ open: z.array(z.number().int()).max(200).default([]) });
export const ShowOrg = z.strictObject({ id });
export const ProposeLeader = z.strictObject({ divisionId: id, setting: z.enum(SETTINGS), coverage });
export const ShowOrgCandidates = z.strictObject({ id, kind: z.enum(["move", "close"]) });
