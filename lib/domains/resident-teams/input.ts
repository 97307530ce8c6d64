/** What may come in for resident teams: the team, its members, days, leave, diary and spot checks. */
import * as z from "zod";
import { chosenId, optional, text, typedDay, uuid, version } from "#lib/base/typed-fields.ts";
import { ENDINGS, LEAVE_KINDS, RESULTS, ROLES, STATUSES } from "./team.ts";

const line = (most: number) => z.string("required").trim().min(2, "required").max(most, "tooLong");
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

export const TeamsAsked = z.strictObject({
  unit: z.string().max(20).optional(),
  month: month.optional().catch(undefined),
  /** Only those with somebody below the month's days, with unexcused days, or villages without a team. */
  show: z.enum(["short", "absent", "without"]).optional().catch(undefined),
  page: z.number().int().min(1).max(1000).default(1),
});
export const TeamAsked = z.strictObject({ id: uuid, month: month.optional().catch(undefined) });
export const MyTeamAsked = z.strictObject({ month: month.optional().catch(undefined) });
export const TeamForm = z.strictObject({ unit: z.string().max(20).optional() });
export const PeopleForTeam = z.strictObject({ id: uuid, q: z.string().trim().max(40).default("") });

const team = {
  sendingUnit: line(60),
  batch: line(40),
  dueOn: optional(typedDay),
};
export const FoundTeam = z.strictObject({ divisionId: chosenId, fromOn: typedDay, ...team });
export const CorrectTeam = z.strictObject({ id: uuid, version, ...team });
export const EndTeam = z.strictObject({ id: uuid, version, toOn: typedDay });

const roles = z.array(z.enum(ROLES)).max(3).default([]);
const yes = z
  .enum(["yes", ""])
  .default("")
  .transform((value) => value === "yes");
export const JoinTeam = z.strictObject({
  id: uuid,
  personId: optional(z.union([uuid, z.literal("NEW")])),
  newName: optional(z.string().trim().min(2, "required").max(30, "tooLong")),
  unit: text(60),
  post: text(40),
  roles,
  fromOn: typedDay,
  orgMoved: yes,
});
export const CorrectMember = z.strictObject({
  id: uuid,
  version,
  unit: line(60),
  post: text(40),
  roles,
  orgMoved: yes,
});
export const LeaveTeam = z.strictObject({
  id: uuid,
  version,
  toOn: typedDay,
  ended: z.enum(ENDINGS, "choose"),
  why: text(200),
});

export const MarkDay = z.strictObject({
  id: uuid,
  day: typedDay,
  status: z.enum(STATUSES, "choose"),
  why: text(200),
});
export const AskLeave = z.strictObject({
  id: uuid,
  kind: z.enum(LEAVE_KINDS, "choose"),
  fromOn: typedDay,
  lastOn: typedDay,
  why: line(200),
});
export const WithdrawLeave = z.strictObject({ id: uuid });
export const DecideLeave = z.strictObject({
  id: uuid,
  decision: z.enum(["APPROVED", "REJECTED"], "choose"),
  why: text(200),
});
export const WriteDiary = z.strictObject({
  id: uuid,
  day: typedDay,
  words: z.string("required").trim().min(10, "team.diaryShort").max(2000, "tooLong"),
});
export const SpotCheck = z.strictObject({
  id: uuid,
  checkedOn: typedDay,
  result: z.enum(RESULTS, "choose"),
  words: text(200),
});
