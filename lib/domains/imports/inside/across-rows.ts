// What only the whole file can tell: the same number twice, two heads in a household, none at all. Remembers keys, never rows.
import type { Problem, Sheet, Values } from "../sheet.ts";

/** A problem of a row that has already gone by. */
export type LateProblem = { rowNo: number; problem: Problem };

type Household = { firstRow: number; headRow: number | null; spouseRow: number | null };

export class AcrossRows {
  private readonly seen: Map<string, number>[];
  private readonly households = new Map<string, Household>();

  constructor(private readonly sheet: Sheet) {
    this.seen = sheet.unique.map(() => new Map());
  }

  /** Problems of this row, and of rows before it. */
  accept(rowNo: number, values: Values): { problems: Problem[]; late: LateProblem[] } {
    const problems: Problem[] = [];
    const late: LateProblem[] = [];
    const firsts: (number | undefined)[] = [];
    for (const [index, columns] of this.sheet.unique.entries()) {
      const parts = columns.map((key) => values[key] ?? null);
      if (parts.some((part) => part === null)) continue;
      const key = keyOf(parts.join("\u0001"));
      const first = this.seen[index]!.get(key);
      firsts.push(first);
      if (first === undefined) this.seen[index]!.set(key, rowNo);
      else
        problems.push({
          column: visibleColumn(columns),
          key: "duplicateInFile",
          values: { row: first },
          level: "error",
        });
    }
    // The same row once more, by all its numbers, is nobody else: the first one does not wait for it.
    const again = firsts[0] !== undefined && firsts.every((first) => first === firsts[0]);
    if (this.sheet.members && !again) this.acceptMember(rowNo, values, this.sheet.members, problems, late);
    return { problems, late };
  }

  private acceptMember(
    rowNo: number,
    values: Values,
    members: NonNullable<Sheet["members"]>,
    problems: Problem[],
    late: LateProblem[],
  ): void {
    const number = values[members.household];
    if (typeof number !== "string") return;
    const key = keyOf(number);
    let household = this.households.get(key);
    if (!household) {
      household = { firstRow: rowNo, headRow: null, spouseRow: null };
      this.households.set(key, household);
    }
    const relation = values[members.relation];
    if (relation === "HEAD") {
      if (household.headRow === null) household.headRow = rowNo;
      else {
        const clash = (row: number): Problem => ({
          column: members.relation,
          key: "secondHead",
          values: { row },
          level: "error",
        });
        problems.push(clash(household.headRow));
        // Nobody but the family knows which of the two it is, so the first one waits as well.
        late.push({ rowNo: household.headRow, problem: clash(rowNo) });
      }
    }
    if (relation === "SPOUSE") {
      if (household.spouseRow === null) household.spouseRow = rowNo;
      else
        problems.push({
          column: members.relation,
          key: "secondSpouse",
          values: { row: household.spouseRow },
          level: "warn",
        });
    }
  }

  /** Households without a head are told at their first row: the head may already be in the registry. */
  finish(): LateProblem[] {
    const { members } = this.sheet;
    if (!members) return [];
    const late: LateProblem[] = [];
    for (const { firstRow, headRow } of this.households.values()) {
      if (headRow === null)
        late.push({ rowNo: firstRow, problem: { column: members.relation, key: "noHead", level: "warn" } });
    }
    return late;
  }
}

/** Hidden columns that a reading adds (the person within an ID number) are told at the column they came from. */
function visibleColumn(columns: readonly string[]): string {
  return (columns[columns.length - 1] ?? "").replace(/Person$/, "");
}

/** A copy: a piece of a longer text would keep the whole of it in memory for as long as the key is remembered. */
function keyOf(text: string): string {
  return Buffer.from(text).toString();
}
