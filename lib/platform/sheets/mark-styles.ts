// Every style of a workbook once more with the tint of a fault, so that a marked cell keeps its number format, font and frame.

/** The tint is the sign by which a cell marked the last time is known again. */
const TINT = "FFFAD4D0";

export type MarkedStyles = { xml: string; restyle: (style: number, marked: boolean) => number };

export function markedStyles(xml: string): MarkedStyles | null {
  const fills = /<((?:\w+:)?)fills\b[^>]*>([\s\S]*?)<\/\1fills>/.exec(xml);
  const cells = /<((?:\w+:)?)cellXfs\b[^>]*>([\s\S]*?)<\/\1cellXfs>/.exec(xml);
  if (!fills || !cells) return null;
  const prefix = fills[1]!;
  const fillsNow = [...fills[2]!.matchAll(/<(?:\w+:)?fill\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?fill>)/g)].map(
    ([fill]) => fill,
  );
  const xfs = [...cells[2]!.matchAll(/<(?:\w+:)?xf\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?xf>)/g)].map(
    ([xf]) => xf,
  );
  if (xfs.length === 0 || xfs.length > 20_000) return null;
  const tinted = new Set(fillsNow.flatMap((fill, at) => (fill.toUpperCase().includes(TINT) ? [at] : [])));
  const tint = fillsNow.length;
  const withFill = (xf: string, fill: number) =>
    xf.replace(/^<((?:\w+:)?)xf\b([^>]*?)(\/?)>/, (_open, space: string, attributes: string, end: string) => {
      const rest = attributes.replace(/\s(fillId|applyFill)="[^"]*"/g, "").trimEnd();
      return `<${space}xf${rest} fillId="${fill}" applyFill="1"${end}>`;
    });
  const fillOf = (xf: string) => Number(/\bfillId="(\d+)"/.exec(xf)?.[1] ?? 0);
  const wasMarked = xfs.map((xf) => tinted.has(fillOf(xf)));
  // First all of them tinted, then those tinted the last time once more without.
  const added = [...xfs.map((xf) => withFill(xf, tint)), ...xfs.map((xf) => withFill(xf, 0))];
  const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${TINT}"/></${prefix}patternFill></${prefix}fill>`;
  const result = xml
    .replace(
      cells[0],
      () =>
        `<${cells[1]}cellXfs count="${xfs.length * 3}">${[...xfs, ...added].join("")}</${cells[1]}cellXfs>`,
    )
    .replace(
      fills[0],
      () => `<${prefix}fills count="${fillsNow.length + 1}">${fillsNow.join("")}${fill}</${prefix}fills>`,
    );
  return {
    xml: result,
    restyle: (style, marked) => {
      const at = style < xfs.length ? style : 0;
      if (marked) return xfs.length + at;
      return wasMarked[at] ? xfs.length * 2 + at : style;
    },
  };
}
