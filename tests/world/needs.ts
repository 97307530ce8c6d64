/**
 * Needs of the world (limits in working days; the days of each are counted by hand):
 *   达瓦扎西 饮水  raised 10-12, due 10-26: done 10-20, satisfied 10-23
 *   四郎卓玛 上学  raised 10-26, due 11-09: done 11-13, late, satisfied 11-16
 *   洛松泽仁 看病  raised 10-08, due 10-22: done 10-20, not satisfied 10-21; done again 10-30, basically satisfied 11-01
 *   泽仁永宗 住房  raised 10-12 in 东达村, due 11-09, stood still 10-20 to 10-27 (five days), so due 11-16: done 11-12, satisfied 11-14
 *   尼玛顿珠 其他  raised 11-03, withdrawn: a mistake
 * And, only where a test asks for them:
 *   扎西次仁 就业  raised 10-19, due 11-09: handled by 贡布扎西, late
 *   四郎卓玛 上学  raised 11-02, due 11-16: done 11-13, nobody asked them yet
 *   达布村   道路  raised 11-10, due 12-22: passed up to 吉塘镇
 */
import { aNeed } from "../build/need.ts";
import type { Owner } from "../build/owner.ts";
import { type HouseholdName, world } from "./world.ts";

const { accounts, divisions } = world;
const by = ({ id, person }: { id: number; person: { name: string } }) => ({ id, name: person.name });
const secretary = by(accounts.firstSecretary);
const cadre = by(accounts.villageCadre);
const officer = by(accounts.neighborCadre);
const toCadre = { account: cadre.id, unit: "雪通村", name: cadre.name };
const of = (name: HouseholdName) => {
  const { id, divisionId, headName } = world.households[name];
  return { id, divisionId, name: headName };
};
/** Fixed, so that a test can name one. */
const id = (nth: number) => `01940000-0000-7000-8000-0011${String(nth).padStart(8, "0")}`;
export const NEED_IDS = {
  water: id(1),
  jobs: id(2),
  school: id(3),
  health: id(4),
  housing: id(5),
  other: id(6),
  road: id(7),
  coat: id(8),
};

export async function seedNeeds(owner: Owner): Promise<void> {
  const raisedBy = secretary;
  await aNeed(owner, {
    ...{ id: NEED_IDS.water, household: of("dawa"), category: "NEED_WATER", words: "引水管冻裂" },
    ...{ raisedOn: "2026-10-12", raisedBy, limit: 10, dueOn: "2026-10-26" },
    steps: [
      { kind: "ASSIGNED", on: "2026-10-12", to: toCadre, by: secretary },
      { kind: "RESULT", on: "2026-10-20", words: "换了水管", by: cadre },
      { kind: "VERDICT", on: "2026-10-23", verdict: "SATISFIED", by: secretary },
    ],
  });
  await aNeed(owner, {
    ...{ id: NEED_IDS.school, household: of("drolma"), category: "NEED_SCHOOL" },
    ...{ raisedOn: "2026-10-26", raisedBy, limit: 10, dueOn: "2026-11-09" },
    steps: [
      { kind: "RESULT", on: "2026-11-13", words: "已申请补助", by: cadre },
      { kind: "VERDICT", on: "2026-11-16", verdict: "SATISFIED", by: secretary },
    ],
  });
  await aNeed(owner, {
    ...{ id: NEED_IDS.health, household: of("lobsang"), category: "NEED_HEALTH" },
    ...{ raisedOn: "2026-10-08", limit: 10, dueOn: "2026-10-22" },
    steps: [
      { kind: "RESULT", on: "2026-10-20", words: "讲了政策" },
      {
        kind: "VERDICT",
        on: "2026-10-21",
        verdict: "DISSATISFIED",
        dueOn: "2026-11-04",
        words: "还是没报上",
      },
      { kind: "RESULT", on: "2026-10-30", words: "报销款到账" },
      { kind: "VERDICT", on: "2026-11-01", verdict: "BASICALLY" },
    ],
  });
  await aNeed(owner, {
    ...{ id: NEED_IDS.housing, household: of("tsering"), category: "NEED_HOUSING" },
    ...{ raisedOn: "2026-10-12", limit: 20, dueOn: "2026-11-09", countedIn: divisions.dongda.id },
    steps: [
      { kind: "PAUSED", on: "2026-10-20", words: "搬家" },
      { kind: "RESUMED", on: "2026-10-27", dueOn: "2026-11-16" },
      { kind: "RESULT", on: "2026-11-12", words: "屋顶修好" },
      { kind: "VERDICT", on: "2026-11-14", verdict: "SATISFIED" },
    ],
  });
  await aNeed(owner, {
    ...{ id: NEED_IDS.other, household: of("nima"), category: "NEED_OTHER" },
    ...{ raisedOn: "2026-11-03", raisedBy: officer, limit: 15, dueOn: "2026-11-24" },
    steps: [{ kind: "WITHDRAWN", on: "2026-11-04", words: "登记错了户", by: officer }],
  });
}

/** What still waits for somebody, for tests that ask whom. */
export async function seedOpenNeeds(owner: Owner): Promise<void> {
  const raisedBy = secretary;
  await aNeed(owner, {
    ...{ id: NEED_IDS.jobs, household: of("tashi"), category: "NEED_JOBS", words: "儿子想找活干" },
    ...{ raisedOn: "2026-10-19", raisedBy, limit: 15, dueOn: "2026-11-09" },
    steps: [{ kind: "ASSIGNED", on: "2026-10-19", to: toCadre, askedOn: "2026-11-09", by: secretary }],
  });
  await aNeed(owner, {
    ...{ id: NEED_IDS.coat, household: of("drolma"), category: "NEED_SCHOOL" },
    ...{ raisedOn: "2026-11-02", raisedBy, limit: 10, dueOn: "2026-11-16" },
    steps: [{ kind: "RESULT", on: "2026-11-13", words: "已申请补助", by: cadre }],
  });
  await aNeed(owner, {
    ...{ id: NEED_IDS.road, village: divisions.dabu, category: "NEED_ROAD", words: "入村路塌方" },
    ...{ raisedOn: "2026-11-10", limit: 30, dueOn: "2026-12-22" },
    steps: [{ kind: "ESCALATED", on: "2026-11-11", words: "村里修不了" }],
  });
}
