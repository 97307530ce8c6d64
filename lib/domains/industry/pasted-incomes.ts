/** Incomes as they are copied out of a sheet: a line for each household, with its number or its head, and the amount at the end. */
import { readFen } from "#lib/base/money.ts";

export type Earning = { id: string; householdNo: string; headName: string; place: string };
export type PastedLine = { line: number; link: string; fen: bigint };
export type PastedFault = {
  line: number;
  key: "pasteAmount" | "pasteNobody" | "pasteSeveral" | "pasteTwice";
};

export const MOST_FEN = 10n ** 12n;

/** An amount as typed: null where it is none, or more than anybody earns. */
export function incomeTyped(text: string): bigint | null {
  const fen = readFen(text);
  return fen === null || fen < 0n || fen > MOST_FEN ? null : fen;
}

export function readPasted(
  text: string,
  links: readonly Earning[],
): { lines: PastedLine[]; faults: PastedFault[] } {
  const lines: PastedLine[] = [];
  const faults: PastedFault[] = [];
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const cells = row
      .normalize("NFKC")
      .split(/[\t;；、]|\s{2,}|(?<=\S)\s(?=\S)|,(?!\d{3})/)
      .map((cell) => cell.trim())
      .filter(Boolean);
    if (cells.length === 0) continue;
    const line = at + 1;
    const fen = incomeTyped(cells.at(-1) ?? "");
    const told = cells.slice(0, -1);
    // The line of names above the columns.
    if (fen === null && at === 0 && !links.some((link) => told.some((cell) => names(link).includes(cell))))
      continue;
    if (fen === null || told.length === 0) {
      faults.push({ line, key: "pasteAmount" });
      continue;
    }
    const meant = whomOf(told, links);
    const [link] = meant;
    if (!link) faults.push({ line, key: "pasteNobody" });
    else if (meant.length > 1) faults.push({ line, key: "pasteSeveral" });
    else if (lines.some((one) => one.link === link.id)) faults.push({ line, key: "pasteTwice" });
    else lines.push({ line, link: link.id, fen });
  }
  return { lines, faults };
}

const names = ({ householdNo, headName }: Earning) => [householdNo, headName];

/** The number says it alone; a name needs the place beside it where several bear it. */
function whomOf(cells: readonly string[], links: readonly Earning[]): Earning[] {
  const byNo = links.filter(({ householdNo }) => cells.includes(householdNo));
  if (byNo.length > 0) return byNo;
  const byName = links.filter(({ headName }) => cells.includes(headName));
  const here = byName.filter(({ place }) => cells.includes(place));
  return here.length > 0 ? here : byName;
}
