/** A composed report as the paragraphs of a Word document: the same words, figures and table as on the screen. */
import { getTranslations } from "next-intl/server";
import type { ReportView } from "#lib/domains/reports/queries/show-report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { WordBlock } from "#lib/platform/documents/word.ts";
import type { Block, Composed, Run } from "./compose.ts";

/** Printed beside its word, so that a copy in black and white tells as much. */
const SIGNS = { ok: "●", watch: "▲", behind: "■", none: "○", off: "○" } as const;

const textOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

export async function wordBlocks(report: ReportView["report"], composed: Composed): Promise<WordBlock[]> {
  const t = await getTranslations("reports");
  const f = await getFormats();
  const under = [
    report.revision > 1 ? t("revision", { n: report.revision - 1 }) : null,
    report.status === "ISSUED" ? null : t("print.draft"),
    composed.stand,
  ].filter((part) => part !== null);
  return [
    ...composed.title.map((text): WordBlock => ({ kind: "title", text })),
    { kind: "note", text: under.join(" · ") },
    ...composed.parts.flatMap(({ heading, blocks, typed }): WordBlock[] => [
      { kind: "heading", text: heading },
      ...blocks.map((block) => wordBlock(block, composed.table)),
      ...typed
        .split("\n")
        .filter(Boolean)
        .map((text): WordBlock => ({ kind: "text", text })),
      ...(!typed && blocks.length === 0 ? [{ kind: "text" as const, text: t("say.empty") }] : []),
    ]),
    { kind: "signed", text: composed.unit },
    ...(report.issuedOn ? [{ kind: "signed" as const, text: f.longDay(report.issuedOn) }] : []),
    { kind: "note", text: t("foot", { stand: composed.stand }) },
  ];
}

function wordBlock(block: Block, table: Composed["table"]): WordBlock {
  if (block.kind === "item") return { kind: "item", text: block.text };
  if (block.kind === "said") return { kind: "text", text: textOf(block.runs) };
  const cell = ({ text, light }: Run) => (light ? `${SIGNS[light]} ${text}` : text);
  return {
    kind: "table",
    title: table.title,
    heads: table.heads,
    rows: table.rows.map((row) => row.map(cell)),
  };
}
