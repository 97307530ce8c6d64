/**
 * The rosters of the named world, to be counted by hand; whoever they name stands in world.ts already.
 *
 *                        2026-04-30   2026-08-31   2026-11-25 (today)
 * 中共察雅县委员会        3            3            2   次仁旺堆, 嘎松曲珍; 陈浩 left for Lhasa on 2026-09-20; 邓增罗布 went to 雪通村 in 2025
 * 中共吉塘镇委员会        2            2            3   向巴泽仁, 白玛措姆; 扎西次仁 from 2026-09-01
 * 中共香堆镇委员会        3            2            2   央金卓嘎, 布珍拉姆; 益西 died on 2026-05-01
 * 雪通村党支部            5            5            4   贡布扎西, 达瓦扎西, 四郎卓玛 (probationary), 邓增罗布; 扎西次仁 until 2026-09-01
 * 中共左贡县委员会        1            1            1   尼玛旺杰
 * the whole prefecture   14           13           12
 */
import type { Owner } from "../build/owner.ts";
import { aPartyMember, type MemberGiven } from "../build/party-member.ts";
import { world } from "./world.ts";

const { chaya, zuogong, jitang, xiangdui, xuetong } = world.partyOrgs;
const { people, households } = world;
const id = (nth: number) => `01940000-0000-7000-8000-0008${String(nth).padStart(8, "0")}`;

const member = (
  nth: number,
  personId: string,
  org: { id: number; divisionId: number },
  joinedOn: string,
  more: Partial<MemberGiven> = {},
): MemberGiven & { id: string } => ({
  id: id(nth),
  personId,
  joinedOn,
  fullOn: `${Number(joinedOn.slice(0, 4)) + 1}${joinedOn.slice(4)}`,
  spells: [{ org, fromOn: joinedOn }],
  memberGroup: "AGENCY",
  ...more,
});

const HERDER = { memberGroup: "HERDER" };

export const members = {
  villageCadre: member(1, people.villageCadre.id, xuetong, "2005-07-01", {
    ...HERDER,
    partyPost: "支部书记",
  }),
  dawa: member(2, households.dawa.headId, xuetong, "1998-07-01", {
    ...HERDER,
    flags: [{ flag: "PROSPERITY_LEADER", fromOn: "2020-05-01" }],
  }),
  drolma: member(3, households.drolma.headId, xuetong, "2025-12-20", { ...HERDER, fullOn: null }),
  tashi: member(4, households.tashi.headId, xuetong, "1990-07-01", {
    ...HERDER,
    spells: [
      { org: xuetong, fromOn: "1990-07-01" },
      { org: jitang, fromOn: "2026-09-01" },
    ],
  }),
  firstSecretary: member(5, people.firstSecretary.id, chaya, "2012-07-01", {
    spells: [
      { org: chaya, fromOn: "2012-07-01" },
      { org: xuetong, fromOn: "2025-06-01" },
    ],
  }),
  townshipCadre: member(6, people.townshipCadre.id, jitang, "2014-07-01"),
  reviewer: member(7, people.reviewer.id, jitang, "2015-07-01"),
  townshipHelper: member(8, people.townshipHelper.id, xiangdui, "2016-07-01"),
  neighborCadre: member(9, people.neighborCadre.id, xiangdui, "2011-07-01"),
  yeshe: member(10, households.yeshe.headId, xiangdui, "1985-07-01", {
    ...HERDER,
    end: { how: "DIED", on: "2026-05-01" },
  }),
  countySecretary: member(11, people.countySecretary.id, chaya, "2003-07-01"),
  countyAdmin: member(12, people.countyAdmin.id, chaya, "2004-07-01"),
  leftHelper: member(13, people.leftHelper.id, chaya, "2018-07-01", {
    end: { how: "OUT", on: "2026-09-20", wentTo: "拉萨市城关区某街道党工委" },
  }),
  otherCountyAdmin: member(14, people.otherCountyAdmin.id, zuogong, "2006-07-01"),
} as const;

export async function enrollMembers(owner: Owner): Promise<void> {
  for (const one of Object.values(members)) await aPartyMember(owner, one);
}
