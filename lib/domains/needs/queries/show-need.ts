/** needs.get: one need with each step that was taken, and what the viewer may do with it now. */
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { provisionalYear } from "#lib/domains/workdays/queries.ts";
import { notFound } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { raw } from "#lib/platform/sql.ts";
import { needCategories } from "../categories.ts";
import { NeedId } from "../input.ts";
import { sees } from "../inside/subject.ts";
import { isBusy, type Level, type State, type Verdict } from "../need.ts";
import { handledBefore, mayDirect, mayHandle, mayJudge, mayRaise, mayWithdraw, SEAT } from "../policy.ts";
import { type NeedRow, needColumns } from "./list-needs.ts";

export type NeedDeedRow = {
  id: string;
  kind: string;
  onDay: string;
  writtenOn: string;
  words: string | null;
  level: Level;
  status: State;
  toUnit: string | null;
  toName: string | null;
  askedOn: string | null;
  dueOn: string | null;
  verdict: Verdict | null;
  accountName: string | null;
};
export type HandlerChoice = { id: number; name: string; unit: string };
export type NeedDetail = NeedRow & {
  divisionId: number;
  seatId: number;
  seat: string;
  visitId: string | null;
  handlerAccount: number | null;
  doneBy: number | null;
  raisedBy: number | null;
  raisedByName: string | null;
  askedOn: string | null;
  firstDueOn: string;
  limitDays: number;
  version: number;
  /** The viewer's result was not enough, and nobody has been named since. */
  cameBack: boolean;
};
export type NeedView = {
  need: NeedDetail;
  deeds: NeedDeedRow[];
  handlers: HandlerChoice[];
  categories: Entry[];
  /** The year into which the limit runs, when its calendar is not in. */
  provisional: string | null;
  /** Whether its household may be opened by this viewer: a department reads the need alone. */
  opensHousehold: boolean;
  may: { direct: boolean; handle: boolean; judge: boolean; withdraw: boolean; ownWork: boolean };
};

export const getNeed = query({
  name: "needs.get",
  input: NeedId,
  run: async (scope, { id }): Promise<NeedView> => {
    const { viewer } = scope;
    const [need] = await scope.sql<NeedDetail>`
      select ${needColumns(scope.today)}, n.division_id as "divisionId", ${raw(SEAT)} as "seatId", s.name as seat, n.visit_id as "visitId", n.handler_account as "handlerAccount",
        n.done_by as "doneBy", n.raised_by as "raisedBy", n.raised_by_name as "raisedByName", n.asked_on::text as "askedOn",
        n.first_due_on::text as "firstDueOn", n.limit_days as "limitDays", n.version, ${handledBefore} as "cameBack"
      from need n join division d on d.id = n.division_id join division s on s.id = ${raw(SEAT)} where n.id = ${id}::uuid and ${sees(viewer)}`;
    if (!need) throw notFound();
    const deeds = await scope.sql<NeedDeedRow>`
      select x.id, x.kind, x.on_day::text as "onDay", (x.created_at at time zone 'Asia/Shanghai')::date::text as "writtenOn", x.words, x.level, x.status,
        x.to_unit as "toUnit", x.to_name as "toName", x.asked_on::text as "askedOn", x.due_on::text as "dueOn", x.verdict, x.account_name as "accountName"
      from need_deed x where x.need_id = ${id}::uuid order by x.nth`;
    const busy = isBusy(need.status);
    const direct = busy && mayDirect(viewer, need);
    const done = need.status === "DONE";
    return {
      need,
      deeds,
      handlers: direct
        ? await scope.sql<HandlerChoice>`select id, name, unit from sec.need_handlers(${need.seatId}, ${need.householdId}::uuid)`
        : [],
      categories: await needCategories(scope.sql),
      provisional: busy ? await provisionalYear(scope, need.dueOn) : null,
      opensHousehold:
        need.householdId !== null &&
        (viewer.seesAll ||
          viewer.reach.includes(need.divisionId) ||
          viewer.households.includes(need.householdId)),
      may: {
        direct,
        handle: busy && mayHandle(viewer, need),
        judge: done && mayJudge(viewer, need),
        withdraw: busy && mayWithdraw(viewer, need),
        ownWork: done && mayRaise(viewer, need) && need.doneBy === viewer.accountId,
      },
    };
  },
});
