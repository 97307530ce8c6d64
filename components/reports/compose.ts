/** A report in words: what was counted as sentences with links to the rows, between them what was typed; the same for screen, paper and Word. */
import { getLocale, getTranslations } from "next-intl/server";
import { figureWords } from "#components/cockpit/figure-words.ts";
import type { LightState } from "#components/ui/shape.tsx";
import { type Content, type Line, SECTIONS, type Section, type Texts } from "#lib/domains/reports/report.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { ITEMS, type Item } from "#lib/indicators/items.ts";
import { movedBy, saying } from "./say.ts";

/** A piece of a sentence; a figure leads to its rows. */
export type Run = { text: string; href?: string; light?: LightState };
export type Block = { kind: "item"; text: string } | { kind: "said"; runs: Run[] } | { kind: "table" };
export type Part = { section: Section; heading: string; blocks: Block[]; typed: string };
export type Composed = {
  /** In pieces that stay together where it breaks into lines. */
  title: string[];
  unit: string;
  /** By which closing the figures stand. */
  stand: string;
  parts: Part[];
  table: { title: string; heads: string[]; rows: Run[][] };
};

const PILLAR_OF = { foundations: "foundations", functions: "functions", mechanisms: "mechanisms" } as const;

export async function compose(content: Content, texts: Texts): Promise<Composed> {
  const t = await getTranslations("reports");
  const f = await getFormats();
  const say = await saying(content);
  const period = f.period(content.period);
  const day = f.longDay(content.asOf);
  const blocks: Record<Section, Block[]> = {
    overall: [{ kind: "said", runs: say.overall() }, ...optional(say.wider()), { kind: "table" }],
    foundations: await pillar(content, PILLAR_OF.foundations),
    functions: await pillar(content, PILLAR_OF.functions),
    mechanisms: await pillar(content, PILLAR_OF.mechanisms),
    problems: (await say.problems()).map((runs) => ({ kind: "said", runs })),
    plans: [],
  };
  return {
    title: [t("heading", { unit: content.unit.name, period }), t("headingOf")],
    unit: content.unit.name,
    stand: content.closed ? t("stand.closed", { period, day }) : t("stand.open", { day }),
    parts: SECTIONS.map((section, at) => ({
      section,
      heading: t("number.section", { n: String(at + 1), name: t(`section.${section}`) }),
      blocks: blocks[section],
      typed: texts[section] ?? "",
    })),
    table: await tableOf(content),
  };
}

const optional = (runs: Run[] | null): Block[] => (runs ? [{ kind: "said", runs }] : []);

/** The items of a pillar, each indicator one numbered sentence. */
async function pillar(content: Content, name: (typeof ITEMS)[number]["pillar"]): Promise<Block[]> {
  const t = await getTranslations("reports");
  const cockpit = await getTranslations("cockpit");
  const say = await saying(content);
  const blocks: Block[] = [];
  for (const [at, { code }] of ITEMS.filter((item) => item.pillar === name).entries()) {
    blocks.push({
      kind: "item",
      text: t("number.item", { n: String(at + 1), name: cockpit(`item.${code}`) }),
    });
    const lines = linesOf(content, code);
    if (lines.length === 0)
      blocks.push({ kind: "said", runs: [{ text: t("say.off", { wait: cockpit(`wait.${code}`) }) }] });
    for (const [nth, line] of lines.entries()) {
      const [first, ...rest] = await say.line(line);
      if (!first) continue;
      const numbered = { ...first, text: t("number.line", { n: nth + 1, text: first.text }) };
      blocks.push({ kind: "said", runs: [numbered, ...rest] });
    }
  }
  return blocks;
}

const linesOf = ({ lines }: Content, item: Item): Line[] =>
  lines.filter(({ indicator }) => indicator.item === item);

/** Each item with its headline figure; of a quarter its months as well. */
async function tableOf(content: Content): Promise<Composed["table"]> {
  const t = await getTranslations("reports");
  const cockpit = await getTranslations("cockpit");
  const common = await getTranslations("common");
  const f = await getFormats();
  const locale = await getLocale();
  const say = await saying(content);
  const months = content.lines[0]?.months.map(({ period }) => f.shortPeriod(period)) ?? [];
  const rows: Run[][] = [];
  for (const { code } of ITEMS) {
    const lines = linesOf(content, code);
    const headline = lines.find(({ indicator }) => indicator.headline) ?? lines[0];
    const light = say.lightOf(code);
    const name = { text: cockpit(`short.${code}`) };
    const shown = { text: common(`light.${light}`), light };
    if (!headline) {
      rows.push([name, ...Array.from({ length: months.length + 4 }, () => ({ text: f.none })), shown]);
      continue;
    }
    const words = await figureWords(headline.indicator);
    const moved = movedBy(headline.indicator, headline.figure, headline.before);
    rows.push([
      name,
      { text: headline.indicator.name[locale] },
      ...headline.months.map(({ figure }) => ({ text: words.value(figure) })),
      { text: words.rate(headline.figure), href: say.rows(headline) },
      { text: headline.target === null ? f.none : words.target(headline.target) },
      { text: moved === 0 ? t("table.same") : (words.change(headline.figure, headline.before) ?? f.none) },
      shown,
    ]);
  }
  return {
    title: t("table.title"),
    heads: [
      ...[t("table.item"), t("table.indicator"), ...months],
      ...[t("table.value"), t("table.target"), t("table.change"), t("table.light")],
    ],
    rows,
  };
}
