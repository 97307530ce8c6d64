/** A sign-in sheet as people write it: a name with its unit on a line, or many names after each other; and hours of teaching. */

export type PastedName = { name: string; unit: string | null };

/** Words that head a column and are no names. */
const HEADINGS = new Set(["姓名", "名单", "参训人员", "序号", "单位", "签到", "name", "unit"]);
const LONGEST = 30;

export function readNames(text: string): PastedName[] {
  return text
    .normalize("NFKC")
    .split(/\r?\n/)
    .flatMap(ofLine)
    .map(({ name, unit }) => ({ name: name.slice(0, LONGEST), unit: unit?.slice(0, LONGEST) ?? null }))
    .filter(({ name }) => name !== "" && !HEADINGS.has(name.toLowerCase()));
}

/** Cells between tabs are one person; names between commas or spaces are many, each perhaps with its unit in brackets. A number in front is the line of the sheet. */
function ofLine(raw: string): PastedName[] {
  if (raw.includes("\t")) {
    const cells = raw.split("\t").map((cell) => cell.trim());
    const [name = "", unit = ""] = /^\d+$/.test(cells[0] ?? "") ? cells.slice(1) : cells;
    return [{ name: name.replace(/\s/g, ""), unit: unit || null }];
  }
  return raw
    .replace(/^\s*\d+\s*[.、)]?\s*/, "")
    .split(/[,，、;；\s]+/)
    .map((typed) => {
      const [, name = typed, unit = ""] = /^([^()]+)\(([^()]+)\)$/.exec(typed) ?? [];
      return { name: name.trim(), unit: unit.trim() || null };
    });
}

/** "7", "7.5", "７.５学时": whole hours and tenths. */
export function readHours(typed: string): string | null {
  const text = typed
    .normalize("NFKC")
    .replace(/(学时|课时|小时|个|h)/gi, "")
    .trim();
  if (!/^\d{1,3}(\.\d)?$/.test(text) || Number(text) === 0) return null;
  return text;
}
