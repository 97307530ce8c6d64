/** The actions that one team's page hands to its forms. */
import type { TeamDeeds } from "#components/teams/team-body.tsx";
import {
  saveCheck,
  saveDay,
  saveDecision,
  saveDiary,
  saveLeaveAsked,
  saveOwnDay,
  saveWithdrawal,
} from "./actions.ts";

export const teamDeeds = {
  day: saveOwnDay,
  leave: saveLeaveAsked,
  diary: saveDiary,
  deskDay: saveDay,
  check: saveCheck,
  decide: saveDecision,
  withdraw: saveWithdrawal,
} satisfies TeamDeeds;
