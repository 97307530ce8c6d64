"use server";

/** The deeds on resident teams as forms post them: at the desk, and by a member on the phone. */
import { correctTeam, endTeam, foundTeam } from "#lib/domains/resident-teams/commands/found-team.ts";
import { askLeave, decideLeave, withdrawLeave } from "#lib/domains/resident-teams/commands/leave.ts";
import { markDay } from "#lib/domains/resident-teams/commands/mark-day.ts";
import { correctMember, joinTeam, leaveTeam } from "#lib/domains/resident-teams/commands/members.ts";
import { spotCheck } from "#lib/domains/resident-teams/commands/spot-check.ts";
import { writeDiary } from "#lib/domains/resident-teams/commands/write-diary.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/teams", "/teams/mine"];
const at = (saved: string, part = "") => ({
  changes,
  goTo: ({ id }: { id: string }) => `/teams/${id}?saved=${saved}${part}`,
});
const inMonth = (saved: string) => ({
  changes,
  goTo: ({ id, month }: { id: string; month: string }) => `/teams/${id}?m=${month}&saved=${saved}`,
});
const mine = (saved: string) => ({ changes, goTo: () => `/teams/mine?saved=${saved}` });

export const saveFounding = action(foundTeam, at("founded"));
export const saveTeam = action(correctTeam, at("corrected"));
export const saveTeamEnd = action(endTeam, at("ended"));
export const saveJoining = action(joinTeam, at("joined"));
export const saveMember = action(correctMember, at("member"));
export const saveLeaving = action(leaveTeam, at("left"));
export const saveDay = action(markDay, inMonth("deskDay"));
export const saveCheck = action(spotCheck, inMonth("check"));
export const saveDecision = action(decideLeave, at("decided"));
export const saveOwnDay = action(markDay, mine("day"));
export const saveLeaveAsked = action(askLeave, mine("leave"));
export const saveWithdrawal = action(withdrawLeave, mine("withdrawn"));
export const saveDiary = action(writeDiary, mine("diary"));
