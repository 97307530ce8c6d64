/** instructions.get: one instruction with each step, and what the viewer may do with it now; instructions.form: what it begins from. */
import { unitOf } from "#lib/domains/divisions/place.ts";
import { type Answerable, answerableSql } from "#lib/domains/posts/queries/answerable.ts";
import { spanOf } from "#lib/indicators/fact.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { notFound, refused } from "#lib/platform/problem.ts";
import { query } from "#lib/platform/query.ts";
import { sql as fragment } from "#lib/platform/sql.ts";
import { reaches } from "#lib/platform/viewer.ts";
import { InstructionFormAsked, InstructionId } from "../input.ts";
import { usualDue } from "../inside/due.ts";
import { figureNow } from "../inside/stood.ts";
import { isMine, mayGive, mayRemind, maySettle, sees } from "../policy.ts";
import { type InstructionRow, instructionColumns, instructionTables } from "./list-instructions.ts";

export type StepRow = {
  id: string;
  kind: "GIVEN" | "READ" | "REMINDED" | "REPLIED" | "RETURNED" | "ACCEPTED" | "WITHDRAWN" | "HANDED_ON";
  /** In Beijing. */
  at: string;
  words: string | null;
  dueOn: string | null;
  toName: string | null;
  toUnit: string | null;
  accountName: string | null;
};
type Detail = InstructionRow & {
  fromDivision: number;
  accountId: number;
  giverLeft: boolean;
  addressee: string;
  remindAgainAt: string | null;
  version: number;
};

export const getInstruction = query({
  name: "instructions.get",
  input: InstructionId,
  run: async (scope, { id }) => {
    const { sql, viewer, today } = scope;
    const [row] = await sql<Detail>`
      select ${instructionColumns}, n.from_division as "fromDivision", n.account_id as "accountId", sec.has_left(n.account_id) as "giverLeft", n.addressee, n.version,
        case when n.reminded_at > now() - interval '24 hours' then to_char((n.reminded_at + interval '24 hours') at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') end as "remindAgainAt"
      from ${instructionTables} where n.id = ${id}::uuid and ${sees(viewer)}`;
    if (!row) throw notFound();
    const steps = await sql<StepRow>`
      select s.id, s.kind, to_char(s.created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, s.words, s.due_on::text as "dueOn",
        s.to_name as "toName", s.to_unit as "toUnit", s.account_name as "accountName"
      from instruction_step s where s.instruction_id = ${id}::uuid order by s.nth`;
    const open = row.status === "OPEN";
    const settles = maySettle(viewer, row);
    const usual =
      row.status === "REPLIED" && settles ? await usualDue({ sql, viewer, today }, row.divisionId) : null;
    return {
      row,
      indicator: row.indicator ? (await catalogOf(scope)).known(row.indicator) : null,
      steps,
      usual,
      may: {
        read: open && !row.read && isMine(viewer, row),
        reply: open && row.dueOn !== null && isMine(viewer, row),
        remind: open && row.dueOn !== null && mayRemind(viewer, row),
        settle: row.status === "REPLIED" && settles,
        withdraw: (open || row.status === "REPLIED") && settles,
      },
    };
  },
});
export type InstructionView = Awaited<ReturnType<typeof getInstruction>>;

export type AddresseeChoice = {
  addressee: string;
  person: string | null;
  name: string | null;
  unit: string;
  role: string;
  office: string | null;
  /** 0 = of the unit itself, 1 = of the one above it. */
  depth: number;
  people: number;
};

export const instructionForm = query({
  name: "instructions.form",
  input: InstructionFormAsked,
  run: async (scope, { unit: asked, indicator: id, period }) => {
    const { sql, viewer, today } = scope;
    const unit = await unitOf(scope, asked);
    if (!reaches(viewer, unit.id)) throw notFound();
    if (!mayGive(viewer, unit.id)) throw refused();
    const indicator = id && period ? (await catalogOf(scope)).on(id, spanOf(period, today).asOf) : null;
    const below = await sql<{ id: number; name: string }>`
      select id, name from division where parent_id = ${unit.id} and closed_on is null order by code nulls last, id`;
    const [above] = await sql<{
      id: number;
      name: string;
    }>`select id, name from division where id = ${unit.parentId}::int`;
    const addressees = await sql<AddresseeChoice>`
      select addressee, person::text as person, name, unit, role, office, depth, people from sec.instruction_addressees(${unit.id})`;
    const [leader] = await sql<{
      told: Answerable | null;
    }>`select ${answerableSql(viewer, fragment`${unit.id}::int`, today)} as told`;
    return {
      unit,
      below,
      indicator,
      above: above && mayGive(viewer, above.id) ? above : null,
      stood: indicator && period ? await figureNow(scope, { indicator, unit: unit.id, period }) : null,
      addressees,
      /** The principal of the unit, where he has an account; else whoever stands first. */
      proposed: (
        addressees.find(({ person }) => person !== null && person === leader?.told?.id) ?? addressees[0]
      )?.addressee,
      ...(await usualDue(scope, unit.id)),
    };
  },
});
export type InstructionFormView = Awaited<ReturnType<typeof instructionForm>>;
