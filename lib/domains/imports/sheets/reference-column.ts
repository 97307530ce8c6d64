// A column that people keep for themselves: known by its headings, never read.
import type { Column } from "../sheet.ts";

export const reference = (key: string, zh: string, en: string, ...aliases: string[]): Column => ({
  key,
  label: { "zh-CN": zh, en },
  aliases,
  kind: "text",
  ignored: true,
});
