/** incomes.lines: the poverty and monitoring lines of all years, newest first, and the places that can have one. */
import { query } from "#lib/platform/query.ts";
import type { LineKind } from "../income.ts";
import { LinesAsked } from "../input.ts";

export type LineKey = { kind: LineKind; year: number; divisionId: number };
export type Line = LineKey & {
  place: string;
  level: string;
  amountFen: bigint;
  basis: string | null;
  docNo: string | null;
};

export const incomeLines = query({
  name: "incomes.lines",
  input: LinesAsked,
  run: async ({ sql }) => {
    const lines = await sql<Line>`
      select l.kind, l.year, l.division_id as "divisionId", d.name as place, d.level, l.amount_fen as "amountFen", l.basis, l.doc_no as "docNo"
      from income_line l join division d on d.id = l.division_id
      order by l.year desc, l.kind desc, d.level <> 'PREFECTURE', d.code nulls last, d.id`;
    const places = await sql<{ id: number; name: string }>`
      select id, name from division where level in ('PREFECTURE', 'COUNTY') and closed_on is null order by level <> 'PREFECTURE', code nulls last, id`;
    const [open] = await sql<{
      year: number | null;
    }>`select max(year) as year from registry_year where status = 'OPEN'`;
    return { lines, places, openYear: open?.year ?? null };
  },
});
