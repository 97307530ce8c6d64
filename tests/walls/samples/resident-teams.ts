// Resident teams: seen by whoever sees the village, kept by whoever keeps teams there; a member's own deeds are nobody else's, and none of those tried is a member.
import { PLACES } from "../ground.ts";
import { deed, hasVerb, type Oracle, sees } from "../oracle.ts";
import type { Sample } from "../sample.ts";
import { unitSeen } from "./households.ts";

/** They hang on the place alone: households paired with a helper open none. */
const onPlace =
  (oracle: Oracle): Oracle =>
  (role, target) =>
    role === "HELPER" ? "not-found" : oracle(role, target);
const keeps = onPlace(deed("team.edit"));
const seen: Oracle = (role, target) => (sees(role, { ...target, paired: false }) ? "ok" : "not-found");
const membersOnly: Oracle = (role, target) => (seen(role, target) === "ok" ? "refused" : "not-found");
const asked =
  (verb: string): Oracle =>
  (role, target) =>
    hasVerb(role, verb) ? unitSeen(role, target) : "refused";
const VILLAGES: number[] = [PLACES.A1x.id, PLACES.A1y.id, PLACES.B1x.id];
const day = "2026-02-10";

export const residentTeamSamples: Record<string, Sample> = {
  "teams.list": { expects: asked("household.view"), input: ({ node }) => ({ unit: String(node) }) },
  "teams.show": { expects: seen, input: ({ team }) => ({ id: team }) },
  "teams.mine": { expects: () => "ok", input: () => ({}) },
  "teams.form": { expects: asked("team.edit"), input: ({ node }) => ({ unit: String(node) }) },
  "teams.people": {
    expects: (role, target) =>
      !hasVerb(role, "team.edit") ? "refused" : keeps(role, target) === "ok" ? "ok" : "not-found",
    input: ({ team }) => ({ id: team, q: "人标" }),
  },
  // Each village has its team: whoever may is told so. Others are no villages.
  "teams.found": {
    expects: (role, target) => (VILLAGES.includes(target.node) ? keeps(role, target) : "not-found"),
    input: ({ node }) => ({
      divisionId: node,
      sendingUnit: "县水利局",
      batch: "第十一批",
      fromOn: "2026-01-01",
    }),
  },
  "teams.correct": {
    expects: keeps,
    input: ({ team }) => ({ id: team, version: 1, sendingUnit: "县水利局", batch: "第十一批" }),
  },
  "teams.join": {
    expects: keeps,
    input: ({ team }) => ({ id: team, personId: "NEW", newName: "某某某", roles: ["LEADER"], fromOn: day }),
  },
  "teams.correctMember": {
    expects: keeps,
    input: ({ teamMember }) => ({ id: teamMember, version: 1, unit: "县水利局", roles: ["MEMBER"] }),
  },
  "teams.leave": {
    expects: keeps,
    input: ({ teamMember }) => ({ id: teamMember, version: 1, toOn: day, ended: "TRANSFERRED" }),
  },
  "teams.end": { expects: keeps, input: ({ team }) => ({ id: team, version: 1, toOn: day }) },
  "teams.markDay": {
    expects: keeps,
    input: ({ teamMember }) => ({ id: teamMember, day, status: "ERRAND", why: "会议签到" }),
  },
  "teams.spotCheck": {
    expects: keeps,
    input: ({ teamMember }) => ({ id: teamMember, checkedOn: day, result: "IN_VILLAGE" }),
  },
  "teams.askLeave": {
    expects: membersOnly,
    input: ({ teamMember }) => ({ id: teamMember, kind: "SICK", fromOn: day, lastOn: day, why: "看病" }),
  },
  "teams.withdrawLeave": { expects: membersOnly, input: ({ leave }) => ({ id: leave }) },
  "teams.decideLeave": {
    expects: onPlace(deed("leave.township")),
    input: ({ leave }) => ({ id: leave, decision: "APPROVED" }),
  },
  "teams.writeDiary": {
    expects: membersOnly,
    input: ({ teamMember }) => ({ id: teamMember, day, words: "今天走访了十户人家，都还好。" }),
  },
};
