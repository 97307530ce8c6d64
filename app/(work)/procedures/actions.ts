"use server";

/** The deeds of procedures, as forms post them. */

import {
  applyAgain as apply,
  applyAgainForUnit as applyForUnit,
} from "#lib/domains/procedures/commands/apply-again.ts";
import { checkHousehold } from "#lib/domains/procedures/commands/check-household.ts";
import { closeList as close } from "#lib/domains/procedures/commands/close-list.ts";
import { compareData } from "#lib/domains/procedures/commands/compare.ts";
import {
  approve as agree,
  sendBack as giveBack,
  reject as refuse,
} from "#lib/domains/procedures/commands/decide.ts";
import { holdMeeting } from "#lib/domains/procedures/commands/hold-meeting.ts";
import { markCase } from "#lib/domains/procedures/commands/mark.ts";
import { raiseObjection, settleObjection } from "#lib/domains/procedures/commands/objections.ts";
import { postList as post } from "#lib/domains/procedures/commands/post-list.ts";
import { setPlan as keepPlan } from "#lib/domains/procedures/commands/set-plan.ts";
import { startForUnit as beginForUnit, startCase } from "#lib/domains/procedures/commands/start.ts";
import { withdrawCase } from "#lib/domains/procedures/commands/withdraw.ts";
import { action } from "#lib/platform/action.ts";

type Made = { id: string };
const after = {
  changes: () => ["/procedures", "/inbox"],
  goTo: ({ id }: Made) => `/procedures/${id}?saved=1`,
};

export const start = action<typeof startCase.input, Made>(startCase, after);
export const startForUnit = action<typeof beginForUnit.input, Made>(beginForUnit, after);
export const applyAgain = action<typeof apply.input, Made>(apply, after);
export const applyAgainForUnit = action<typeof applyForUnit.input, Made>(applyForUnit, after);
export const check = action<typeof checkHousehold.input, Made>(checkHousehold, after);
export const meet = action<typeof holdMeeting.input, Made>(holdMeeting, after);
export const postList = action<typeof post.input, Made>(post, after);
export const closeList = action<typeof close.input, Made>(close, after);
export const object = action<typeof raiseObjection.input, Made>(raiseObjection, after);
export const settle = action<typeof settleObjection.input, Made>(settleObjection, after);
export const compare = action<typeof compareData.input, Made>(compareData, after);
export const approve = action<typeof agree.input, Made>(agree, after);
export const sendBack = action<typeof giveBack.input, Made>(giveBack, after);
export const reject = action<typeof refuse.input, Made>(refuse, after);
export const withdraw = action<typeof withdrawCase.input, Made>(withdrawCase, after);
export const mark = action<typeof markCase.input, Made>(markCase, after);
export const setPlan = action(keepPlan, {
  changes: () => ["/admin/procedures"],
  goTo: ({ kind }) => `/admin/procedures?saved=1#${kind}`,
});
