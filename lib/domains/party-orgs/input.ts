/** What may come in about Party organizations. */
import * as z from "zod";
import { isDay } from "#lib/base/calendar.ts";
import {
  dated,
  ListProposals,
  ReturnProposal,
  ShowProposal,
  ticked,
  ticks,
  UndoChange,
  WithdrawChange,
  WithdrawProposal,
} from "#lib/domains/divisions/input.ts";
import { BASES, COVERAGES } from "./affiliation.ts";
import { LINES } from "./lines.ts";
import { LACKING, ORG_CHANGES, ORG_KINDS, PROPOSED_CHANGES, SETTINGS } from "./party-org.ts";

const id = z.coerce.number("choose").int("choose").positive("choose").max(2_147_483_647, "choose");
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
/** Another name, another kind (改设), or both. */
export const RenameOrg = z.strictObject({
  id,
  name,
  orgKind: z
    .enum(["", ...ORG_KINDS], "choose")
    .transform((kind) => kind || undefined)
    .optional(),
  ...dated,
});
export const MoveOrg = z.strictObject({ id, ...ledBy, ...dated });
export const CloseOrg = z.strictObject({ id, targetId: id, ...dated });
/** Others end and go on in this one, which may take a new name on that day. */
export const MergeOrgs = z.strictObject({
  id,
  sources: ticks.pipe(z.array(ticked).max(50, "tooMany")),
  name: text(60),
  ...dated,
});
/** What goes to the new one: organizations that it leads directly, and members of its own roster. */
export const SplitOrg = z.strictObject({
  id,
  name,
  orgKind: z.enum(ORG_KINDS, "choose"),
  /** Where the new one sits; without it, at the same place. */
  seatId: z
    .union([z.literal(""), ticked])
    .optional()
    .transform((seat) => seat || undefined),
  children: ticks.pipe(z.array(ticked).max(300, "tooMany")),
  members: ticks.pipe(z.array(z.uuid("choose")).max(300, "tooMany")),
  ...dated,
});
export const ShowOrgParts = z.strictObject({ id });
export const UndoOrgChange = UndoChange;
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
/** Read like a rehearsal: each kind by its own schema; of a founding there is no organization yet, only its future seat. */
export const ProposeOrgChange = z.looseObject({
  kind: z.enum(PROPOSED_CHANGES),
  id: id.optional(),
  divisionId: id.optional(),
  why: text(200),
});
/** What the decider may write otherwise than proposed. */
export const ORG_ALTERABLE = ["name", "supervisingDept", "effectiveOn", "documentNo"] as const;
export const ApproveOrgProposal = z.strictObject({
  proposal: z.uuid(),
  name: z.string().trim().max(60, "tooLong").optional(),
  supervisingDept: z.string().trim().max(60, "tooLong").optional(),
  effectiveOn: z.string().trim().max(60, "tooLong").optional(),
  documentNo: z.string().trim().max(60, "tooLong").optional(),
});
export const ReturnOrgProposal = ReturnProposal;
export const WithdrawOrgProposal = WithdrawProposal;
export const ListOrgProposals = ListProposals;
export const ShowOrgProposal = ShowProposal;

/** A day to look back to; what is no day in the past is today. */
const on = z
  .string()
  .max(10)
  .nullish()
  .transform((day) => (day && isDay(day) ? day : null));

export const OrgFilter = z.strictObject({
  /** The county or any other division; null = all. */
  unitId: z.number().int().positive().nullable().default(null),
  /** Only what sits in that division itself, not below it. */
  here: z.boolean().default(false),
  kinds: z.array(z.enum(ORG_KINDS)).default([]),
  setting: z.enum(SETTINGS).nullable().default(null),
  q: z.string().trim().max(40).default(""),
  lacking: z.enum(LACKING).nullable().default(null),
  /** Itself and all below it in the Party line. */
  under: z.number().int().positive().nullable().default(null),
  /** The department in charge: its organization, its name as text, or none. */
  department: z
    .union([
      z.object({ id: z.number().int().positive() }),
      z.object({ text: z.string().max(60) }),
      z.literal("none"),
    ])
    .nullable()
    .default(null),
  on,
  page: z.number().int().min(1).max(1000).default(1),
});
export const ShowOrgTree = z.strictObject({ open: z.array(z.number().int()).max(200).default([]), on });
export const ShowOrg = z.strictObject({ id, on });
export const SumUpOrgs = z.strictObject({
  by: z.enum(LINES).default("party"),
  /** The organization or the place whose parts are shown; null = the top. */
  at: z.number().int().positive().nullable().default(null),
});
export const ShowOrgOnChart = z.strictObject({ id });
export const LineAbove = z.strictObject({ id });
export const FindOrgs = z.strictObject({ q: z.string().trim().min(1).max(40), but: id });
export const ProposeLeader = z.strictObject({ divisionId: id, setting: z.enum(SETTINGS), coverage });
export const ShowOrgCandidates = z.strictObject({ id, kind: z.enum(["move", "merge", "close"]) });
