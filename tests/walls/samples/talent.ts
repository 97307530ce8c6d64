// Talent, wanted posts and secondments: seen by whoever reaches the place, kept by whoever keeps its talent; programs are known to all.
import { deed, hasVerb, type Oracle, place, there } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

/** They hang on the place alone: households paired with a helper open none. */
const onPlace =
  (oracle: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : oracle(role, target);
const keeps = onPlace(deed("talent.edit"));
const seen = onPlace((role, target) => (deed()(role, target) === "not-found" ? "not-found" : "ok"));
const keepersOnly: Oracle = (role, target) =>
  hasVerb(role, "talent.edit") ? unitSeen(role, target) : "refused";

const fresh = (nth: number) => `0196a000-0000-7000-8000-0000000000${nth}`;
const serving = { channel: "RECRUIT", kind: "URGENT", unitName: "县人民医院", fromOn: "2020-05-06" };
const wanted = {
  unitName: "县人民医院",
  post: "全科医生",
  kind: "URGENT",
  wanted: "2",
  fromOn: "2020-01-01",
};
const posting = {
  fromUnit: "镇农牧综合服务中心",
  school: "镇中心小学",
  subject: "CHINESE",
  fromOn: "2020-03-01",
  toOn: "2021-03-01",
};
const program = { name: "组团式援藏", fromOn: "2016-01-01" };
const someone = { personId: "NEW", newName: "某某某", newUnit: "某单位" };

export const talentSamples: Record<string, Sample> = {
  "talent.overview": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "talent.list": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "talent.demands": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "talent.programs": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "talent.getProgram": { expects: there, input: ({ program: id }) => ({ id }) },
  "talent.get": { expects: seen, input: ({ talent }) => ({ id: talent }) },
  "talent.getDemand": { expects: seen, input: ({ demand }) => ({ id: demand }) },
  "talent.findPeople": { expects: keepersOnly, input: ({ node }) => ({ unit: String(node), q: "人标" }) },
  "secondments.list": { expects: unitSeen, input: ({ node }) => ({ unit: String(node) }) },
  "secondments.get": { expects: seen, input: ({ secondment }) => ({ id: secondment }) },
  "secondments.toCheck": { expects: keepersOnly, input: ({ node }) => ({ unit: String(node) }) },
  "talent.register": {
    expects: keeps,
    input: ({ node }) => ({ id: fresh(31), divisionId: node, ...someone, ...serving }),
  },
  "talent.correct": { expects: keeps, input: ({ talent }) => ({ id: talent, version: 1, ...serving }) },
  "talent.end": { expects: keeps, input: ({ talent }) => ({ id: talent, version: 1, toOn: "2024-01-01" }) },
  "talent.listDemand": {
    expects: keeps,
    input: ({ node }) => ({ id: fresh(32), divisionId: node, ...wanted }),
  },
  "talent.correctDemand": { expects: keeps, input: ({ demand }) => ({ id: demand, version: 1, ...wanted }) },
  "talent.closeDemand": {
    expects: keeps,
    input: ({ demand }) => ({ id: demand, version: 1, toOn: "2024-01-01", why: "已经不缺" }),
  },
  "talent.fillPlace": {
    expects: keeps,
    input: ({ demand, talent }) => ({ id: demand, talentId: talent, fromOn: "2020-06-01" }),
  },
  "talent.releasePlace": {
    expects: keeps,
    input: ({ filling }) => ({ filling, toOn: "2024-01-01", why: "调走" }),
  },
  "talent.foundProgram": {
    expects: onPlace(deed("talent.program")),
    input: ({ node }) => ({ divisionId: node, stream: "IMPORT", ...program }),
  },
  "talent.correctProgram": {
    expects: place("talent.program"),
    input: ({ program: id }) => ({ id, version: 1, ...program }),
  },
  "secondment.send": {
    expects: keeps,
    input: ({ node }) => ({
      id: fresh(33),
      divisionId: node,
      schoolDivisionId: node,
      postType: "TOWNSHIP_PUBLIC",
      ...someone,
      ...posting,
    }),
  },
  "secondment.correct": {
    expects: keeps,
    input: ({ secondment }) => ({ id: secondment, version: 1, ...posting, startedOn: "2020-01-01" }),
  },
  "secondment.start": {
    expects: keeps,
    input: ({ secondment }) => ({ id: secondment, version: 1, startedOn: "2020-01-02" }),
  },
  "secondment.end": {
    expects: keeps,
    input: ({ secondment }) => ({ id: secondment, version: 1, endedOn: "2020-06-01", why: "因工作需要" }),
  },
  "secondment.check": {
    expects: keeps,
    input: ({ node, secondment }) => ({
      divisionId: node,
      day: "2020-02-03",
      [`is.${secondment}`]: "ON_LEAVE",
    }),
  },
};
