// Words on screen live in the message catalogues: Chinese characters in code, outside the listed places, are an offence.
import ts from "typescript";
import { eachNode, lineOf, type SourceFile, treeOf } from "./source.ts";

/** Where Chinese is content rather than furniture, and why. */
export const MAY_SPEAK_CHINESE: { place: RegExp; why: string }[] = [
  { place: /^tests\//, why: "tests speak of what a person reads" },
  { place: /^lib\/i18n\//, why: "catalogues and the formats of dates and money" },
  { place: /^lib\/indicators\//, why: "an indicator carries its own name (house.md §3.6)" },
  {
    place: /^lib\/operate\//,
    why: "what the terminal says to the technician, and the invented people of the demo",
  },
  { place: /^prisma\//, why: "seed data" },
  {
    place:
      /^lib\/domains\/[^/]+\/(?:inside\/)?(?:[a-z-]+-)?(?:sheets?|codes?|columns?|dictionary|readings?|labels?)\.ts$/,
    why: "sheet columns, code lists, readings of names",
  },
  { place: /^lib\/domains\/[^/]+\/(?:inside\/)?(?:sheets?|codes?)\//, why: "the same, grown to a folder" },
  { place: /^lib\/platform\/sheets\//, why: "what Excel and WPS write into cells" },
  {
    place: /^lib\/base\/(?:calendar|money|names?|readings?|chinese)[a-z-]*\.ts$/,
    why: "how people write days, sums and names",
  },
  {
    place: /^lib\/platform\/(?:env|keys)\.ts$/,
    why: "a start that is refused is told on the terminal, before any catalogue",
  },
];

const HAN = /\p{Script=Han}/u;

export function chineseInCode(files: SourceFile[]): string[] {
  return files
    .filter((file) => !MAY_SPEAK_CHINESE.some(({ place }) => place.test(file.path)))
    .flatMap(wordsIn);
}

function wordsIn(file: SourceFile): string[] {
  if (!HAN.test(file.text)) return [];
  const found: string[] = [];
  eachNode(treeOf(file), (node) => {
    if (isWords(node) && HAN.test(node.getText()))
      found.push(`${lineOf(file, node)}: ${node.getText().trim().slice(0, 40)}`);
  });
  return found;
}

const isWords = (node: ts.Node) =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node) ||
  ts.isRegularExpressionLiteral(node) ||
  ts.isIdentifier(node);
