// Duties and pledges of the world: 达瓦扎西 signed for a duty of 雪通村's branch in October; three pledges fell due, two were kept, one of them late.
import { insert, type Owner } from "../build/owner.ts";
import { members } from "./members.ts";
import { world } from "./world.ts";

const { xuetong, jitang } = world.partyOrgs;
const lead = world.accounts.townshipCadre;

export async function seedMemberDuties(owner: Owner): Promise<void> {
  const at = { division_id: xuetong.divisionId };
  const post = await insert<{ id: string }>(owner, "duty_post", {
    ...{ ...at, org_id: xuetong.id, kind: "PUBLIC", name: "治安维护岗", duties: "调解邻里纠纷", places: 2 },
    from_on: "2026-02-01",
  });
  await insert(owner, "duty_holding", {
    ...{
      ...at,
      post_id: post.id,
      member_id: members.dawa.id,
      member_name: "达瓦扎西",
      how: "APPLIED",
      status: "SIGNED",
    },
    ...{
      proposed_on: "2026-09-20",
      decided_on: "2026-09-25",
      published_on: "2026-09-26",
      signed_on: "2026-10-08",
    },
  });
  const pledge = (
    member: { id: string },
    name: string,
    divisionId: number,
    dueOn: string,
    judgedOn: string | null,
  ) =>
    insert(owner, "service_pledge", {
      ...{
        member_id: member.id,
        member_name: name,
        division_id: divisionId,
        content: "帮两户缺劳力的家庭秋收",
        target: "两户",
        due_on: dueOn,
      },
      ...(judgedOn && {
        ...{
          status: "ACCEPTED",
          evidence: "两户都收完了",
          delivered_on: dueOn,
          delivered_by: world.accounts.villageCadre.id,
        },
        ...{ judged_on: judgedOn, judged_by: lead.id, judged_by_name: lead.person.name },
      }),
    });
  await pledge(members.dawa, "达瓦扎西", xuetong.divisionId, "2026-09-20", "2026-09-25");
  await pledge(members.tashi, "扎西次仁", jitang.divisionId, "2026-10-15", "2026-11-10");
  await pledge(members.dawa, "达瓦扎西", xuetong.divisionId, "2026-11-20", null);
}
