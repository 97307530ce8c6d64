/** What a form says of a member, checked together and told to the history field by field. */
import { addMonths } from "#lib/base/calendar.ts";
import { EDUCATIONS, MEMBER_GROUPS, offered } from "#lib/domains/households/codes.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { YOUNGEST } from "../member.ts";
import { dayTyped } from "./days.ts";
import { about, type Member } from "./member.ts";

type Typed = {
  joinedOn: string;
  fullOn: string | null;
  memberGroup: string;
  education: string | null;
  partyPost: string | null;
  duty: string | null;
};
export type Facts = Typed;

export function checkedFacts(
  { today }: Pick<Work, "today">,
  typed: Typed,
  now: { memberGroup: string } | null,
  birthOn: string | null,
): Facts {
  const joinedOn = dayTyped(typed.joinedOn, today, "joinedOn");
  const fullOn = typed.fullOn === null ? null : dayTyped(typed.fullOn, today, "fullOn");
  if (fullOn !== null && fullOn < joinedOn) throw rule("member.fullEarly", { day: joinedOn }, "fullOn");
  checkAge(birthOn, joinedOn);
  if (!offered(MEMBER_GROUPS, today, now?.memberGroup ?? null).some(({ code }) => code === typed.memberGroup))
    throw invalid({ memberGroup: [{ key: "choose" }] });
  if (typed.education !== null && !EDUCATIONS.some(({ code }) => code === typed.education))
    throw invalid({ education: [{ key: "choose" }] });
  const { memberGroup, education, partyPost, duty } = typed;
  return { joinedOn, fullOn, memberGroup, education, partyPost, duty };
}

export function checkAge(birthOn: string | null, joinedOn: string): void {
  if (birthOn !== null && joinedOn < addMonths(birthOn, YOUNGEST * 12))
    throw rule("member.tooYoung", { day: birthOn }, "joinedOn");
}

export const asColumns = ({ joinedOn, fullOn, ...facts }: Facts) => ({
  ...facts,
  joinedOn: dayToColumn(joinedOn),
  fullOn: fullOn === null ? null : dayToColumn(fullOn),
});

const FIELDS = ["joinedOn", "fullOn", "memberGroup", "education", "partyPost", "duty"] as const;

export function noteFacts(
  work: Work,
  member: Pick<Member, "id" | "divisionId">,
  before: Facts | null,
  after: Facts,
): void {
  for (const field of FIELDS)
    if ((before?.[field] ?? null) !== after[field])
      work.note({ ...about(member), field, old: before?.[field] ?? null, new: after[field] });
}
