/** The ten items of the “三三四” model, named and grouped as the article names them; fixed (decisions 2). */

export const PILLARS = ["foundations", "functions", "mechanisms"] as const;
export type Pillar = (typeof PILLARS)[number];

/** Codes used everywhere; names are messages (room "model"). */
export const ITEMS = [
  { code: "F1", pillar: "foundations" },
  { code: "F2", pillar: "foundations" },
  { code: "F3", pillar: "foundations" },
  { code: "R1", pillar: "functions" },
  { code: "R2", pillar: "functions" },
  { code: "R3", pillar: "functions" },
  { code: "M1", pillar: "mechanisms" },
  { code: "M2", pillar: "mechanisms" },
  { code: "M3", pillar: "mechanisms" },
  { code: "M4", pillar: "mechanisms" },
] as const satisfies readonly { code: string; pillar: Pillar }[];
export type Item = (typeof ITEMS)[number]["code"];

export const isItem = (code: string): code is Item => ITEMS.some((item) => item.code === code);

/** Item by item as the model names them, each in the order given. */
export const byItems = <One extends { item: Item }>(list: readonly One[]): One[] =>
  ITEMS.flatMap(({ code }) => list.filter(({ item }) => item === code));
