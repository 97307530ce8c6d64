/** orgs.takeBackWeak: a listing as weak, entered by mistake, goes, by whoever entered it or a level above, as long as no measure hangs on it. */
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import { TakeBackWeak } from "../input-life.ts";
import { factOf, isMistakable, mayTakeBack, weakOf } from "../inside/weak.ts";

export const takeBackWeak = command({
  name: "orgs.takeBackWeak",
  tells: "partyOrg.weakTakenBack",
  input: TakeBackWeak,
  subject: (work, { weakId }) => weakOf(work, weakId),
  may: mayTakeBack,
  run: async ({ tx, note }, { weakId, version }, weak) => {
    if (!isMistakable(weak)) throw rule("weak.notTakenBack");
    const { count } = await tx.partyOrgWeak.deleteMany({ where: { id: weakId, version, status: "OPEN" } });
    if (count === 0) throw conflict();
    note({
      ...{
        entity: "partyOrg",
        entityId: String(weak.orgId),
        divisionId: weak.divisionId,
        field: "weakListed",
      },
      ...{ old: String(weak.year), new: null },
    });
    return { orgId: weak.orgId };
  },
  fact: (_result, _input, weak) => factOf(weak),
});
