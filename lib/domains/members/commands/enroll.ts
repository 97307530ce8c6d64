/** members.enroll: a person, known or new, stands in the roster of an organization from a day on. */
import { tellsElsewhere } from "#lib/domains/people/new-person.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { EnrollMember } from "../input.ts";
import { dayTyped } from "../inside/days.ts";
import { putIntoRoster } from "../inside/enroll.ts";
import { checkAge, checkedFacts, noteFacts } from "../inside/facts.ts";
import { about, mayEdit } from "../inside/member.ts";
import { orgNamed, stillOpen } from "../inside/org.ts";
import { personTakenIn } from "../inside/person.ts";
import type { Deed } from "../member.ts";

export const enrollMember = tellsElsewhere(
  command({
    name: "members.enroll",
    tells: "partyMember.enrolled",
    input: EnrollMember,
    subject: (work, { orgId }) => orgNamed(work.sql, orgId),
    may: mayEdit,
    run: async (work, input, org): Promise<Deed> => {
      stillOpen(org, "orgId");
      const facts = checkedFacts(work, input, null, null);
      const { how, cameFrom } = input;
      if (how === "CAME" && cameFrom === null) throw invalid({ cameFrom: [{ key: "required" }] });
      const fromOn = sinceWhen(input, facts.joinedOn, work.today);
      const person = await personTakenIn(work, input, org, facts.fullOn !== null);
      checkAge(person.birthOn, facts.joinedOn);
      const entry = { how, cameFrom: how === "CAME" ? cameFrom : null, fromOn };
      const id = await putIntoRoster(work, person, org, facts, entry);
      const member = { id, divisionId: org.divisionId };
      work.note({ ...about(member), field: "roster", old: null, new: `${org.name} ${fromOn}` });
      noteFacts(work, member, null, facts);
      return { id, on: fromOn, to: org.name };
    },
    fact: ({ id, on }, { how }, org) => ({
      subject: `partyMember:${id}`,
      division: org.divisionId,
      org: org.name,
      how,
      fromOn: on,
    }),
  }),
);

/** Admitted here means since the day of admission; who was found when the roster was begun stands in it from now on, unless more is known. */
function sinceWhen(
  { how, fromOn }: { how: string; fromOn: string | null },
  joinedOn: string,
  today: string,
): string {
  if (fromOn === null && how === "CAME") throw invalid({ fromOn: [{ key: "required" }] });
  const day = fromOn === null ? (how === "ADMITTED" ? joinedOn : today) : dayTyped(fromOn, today, "fromOn");
  if (day < joinedOn) throw rule("member.beforeJoined", { day: joinedOn }, "fromOn");
  return day;
}
