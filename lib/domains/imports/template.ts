/** The template of a sheet: its columns with drop-downs, one gray sample row that an import passes over, and a sheet of notes.
 * Choices stand in the office's order; what its dictionary retired is no longer offered. */
import { type CodeList, offered } from "#lib/domains/households/codes.ts";
import type { WrittenSheet } from "#lib/platform/sheets/write.ts";
import { type Sheet, YES_NO } from "./sheet.ts";

export type TemplateWords = { notes: string; column: string; need: string; choices: string; must: string };

export function templateOf(
  sheet: Sheet,
  words: TemplateWords,
  locale: "zh-CN" | "en",
  today: string,
  /** Of some columns, the only choices that whoever takes it may use. */
  only: Record<string, readonly string[]> = {},
): WrittenSheet[] {
  const choices = (list: CodeList, key: string) =>
    offered(list, today).filter(({ code }) => only[key]?.includes(code) ?? true);
  const asked = sheet.columns.filter((column) => column.asked === undefined);
  // The sheet itself is Chinese in every language: it goes to offices that work with it in Chinese.
  const columns = asked.map((column) => ({
    label: `${column.label["zh-CN"]}${column.required ? "*" : ""}`,
    width: column.kind === "idNo" || column.kind === "number" ? 22 : column.kind === "text" ? 16 : 12,
    choices: column.list
      ? choices(column.list, column.key).map((code) => code["zh-CN"])
      : column.kind === "yesNo"
        ? YES_NO
        : undefined,
  }));
  const sample = asked.map((column) => ({ value: column.sample ?? "", look: "sample" as const }));
  return [
    { name: sheet.title["zh-CN"], columns, rows: [sample] },
    {
      name: words.notes,
      columns: [
        { label: words.column, width: 20 },
        { label: words.need, width: 8 },
        { label: words.choices, width: 80 },
      ],
      rows: asked.map((column) => [
        column.label[locale],
        column.required ? words.must : "",
        column.note?.[locale] ??
          choices(column.list ?? [], column.key)
            .map((code) => code[locale])
            .join(" / "),
      ]),
    },
  ];
}
