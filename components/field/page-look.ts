/** How a person reads: language, light, size of letters, density, colors. The server tells it on every page, the empty shell must be told. */

const PARTS = ["theme", "text", "density", "colorSafe"] as const;

/** As the account keeps it; the language is the server's to change. */
export type Look = { theme: string; textSize: string; density: string; colorSafe: string };

export function lookIn(look: string | undefined): Look {
  const [, theme, text, density, colorSafe] = look ? (JSON.parse(look) as (string | null)[]) : [];
  return {
    ...{ theme: theme ?? "system", textSize: text ?? "100", density: density ?? "standard" },
    colorSafe: colorSafe ? "1" : "0",
  };
}

/** In the same words as a page of the server would say it. */
export function lookWith(before: string | undefined, { theme, textSize, density, colorSafe }: Look): string {
  const [lang] = before ? (JSON.parse(before) as string[]) : [document.documentElement.lang];
  return JSON.stringify([lang, theme, textSize, density, colorSafe === "1" ? "true" : null]);
}

/** As the server made this page; null in the shell, which may be older than one's last wish. */
export function lookOfPage(): string | null {
  const { lang, dataset } = document.documentElement;
  if (dataset.shell !== undefined) return null;
  return JSON.stringify([lang, ...PARTS.map((part) => dataset[part] ?? null)]);
}

/** Puts on the shell what can be put on without the server: all but the language. */
export function wearLook(look: string | undefined): void {
  const { dataset } = document.documentElement;
  dataset.shell = "";
  if (look === undefined) return;
  const [, ...worn] = JSON.parse(look) as (string | null)[];
  for (const [at, part] of PARTS.entries()) {
    const value = worn[at];
    if (typeof value === "string") dataset[part] = value;
    else delete dataset[part];
  }
}
