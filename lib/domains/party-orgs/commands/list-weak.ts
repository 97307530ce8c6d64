/** orgs.listWeak: puts an organization on the year's list of weak and lax ones, with its cause. */
import { may } from "#lib/domains/accounts/roles.ts";
import { entriesOf } from "#lib/domains/dictionaries/dictionary.ts";
import { storedEntries } from "#lib/domains/dictionaries/queries.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { invalid, rule } from "#lib/platform/problem.ts";
import { ListWeakOrg } from "../input-life.ts";
import { orgOf } from "../inside/org.ts";
import { notLater, typedDay } from "../inside/term.ts";

export const listWeakOrg = command({
  name: "orgs.listWeak",
  tells: "partyOrg.listedWeak",
  input: ListWeakOrg,
  subject: (work, input) => orgOf(work.sql, input.id),
  may: (viewer, org) => may(viewer, "partyOrg.edit", org.divisionId),
  run: async ({ tx, sql, today, viewer, note }, { id, cause, foundOn: typed, note: words }, org) => {
    if (org.closedOn !== null) throw rule("tree.closed", { name: org.name, day: org.closedOn });
    const foundOn = notLater(typedDay(typed, today, "foundOn"), today, "foundOn");
    const year = Number(today.slice(0, 4));
    if (Number(foundOn.slice(0, 4)) !== year) throw rule("weak.otherYear", { year }, "foundOn");
    const known = entriesOf("WEAK_CAUSES", await storedEntries(sql));
    if (!known.some(({ code, retiredOn }) => code === cause && (retiredOn === null || retiredOn > today)))
      throw invalid({ cause: [{ key: "choose" }] });
    const [listed] = await sql`select 1 from party_org_weak where org_id = ${id} and year = ${year}`;
    if (listed) throw rule("weak.listed", { year });
    const made = await tx.partyOrgWeak.create({
      data: {
        ...{ orgId: id, divisionId: org.divisionId, year, cause, foundOn: dayToColumn(foundOn) },
        ...{ note: words, accountId: viewer.accountId },
      },
      select: { id: true },
    });
    note({
      ...{ entity: "partyOrg", entityId: String(id), divisionId: org.divisionId, field: "weakListed" },
      ...{ old: null, new: String(year) },
    });
    return { id: made.id, orgId: id, year };
  },
  fact: ({ id, year }, { cause }, org) => ({
    subject: `partyOrg:${org.id}`,
    division: org.divisionId,
    year,
    listing: id,
    cause,
  }),
});
