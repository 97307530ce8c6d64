/**
 * A printed page of ours as one document that needs nobody: its styles inside, no scripts, no links to anything, and the sheets of the
 * following parts behind those of the first.
 */

/** What a page of sheets is made of: each is an article of a form. */
const SHEET = /<article data-form=/g;
const STYLESHEET = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/** The addresses of the styles that a page asks for. */
export const stylesOf = (html: string): string[] => [
  ...new Set([...html.matchAll(STYLESHEET)].flatMap(([link]) => /\bhref="([^"]+)"/.exec(link)?.[1] ?? [])),
];

export const sheetsIn = (html: string): number => html.match(SHEET)?.length ?? 0;

export function printDocument(parts: readonly string[], styles: readonly string[]): string {
  const [first = "", ...others] = parts.map(bare);
  const behind = others.map(sheetsOf).join("");
  const end = first.lastIndexOf(ENDS) + ENDS.length;
  const whole = behind ? first.slice(0, end) + behind + first.slice(end) : first;
  // Whatever the page says of itself, this copy of it reaches nothing.
  const alone = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`;
  return whole.replace(
    /<head>/,
    () =>
      `<head><meta charset="utf-8">${alone}<style>${styles.join("\n").replaceAll("</style", "<\\/style")}</style>`,
  );
}

const ENDS = "</article>";

const sheetsOf = (html: string) => {
  const from = html.search(SHEET);
  return from < 0 ? "" : html.slice(from, html.lastIndexOf(ENDS) + ENDS.length);
};

const bare = (html: string) =>
  html.replaceAll(/<script\b[\s\S]*?<\/script>/g, "").replaceAll(/<(link|meta)\b[^>]*>/g, "");
