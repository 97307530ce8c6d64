// What the nonce policy of the browser would drop, or could be made to run: style attributes, bare style elements, raw HTML.
import ts from "typescript";
import { eachNode, lineOf, type SourceFile, treeOf } from "./source.ts";

/** Drawn in the browser only, where styles go through the object model and are allowed. */
const DRAWN_IN_THE_BROWSER = /^components\/charts\/[a-z-]+\.client\.tsx$/;

export function forbiddenMarkup(files: SourceFile[]): string[] {
  return files.filter((file) => file.path.endsWith(".tsx")).flatMap(markupIn);
}

function markupIn(file: SourceFile): string[] {
  const found: string[] = [];
  eachNode(treeOf(file), (node) => {
    const offence = offenceOf(node, DRAWN_IN_THE_BROWSER.test(file.path));
    if (offence) found.push(`${lineOf(file, node)}: ${offence}`);
  });
  return found;
}

function offenceOf(node: ts.Node, mayStyle: boolean): string | null {
  if (ts.isJsxAttribute(node)) {
    const name = node.name.getText();
    if (name === "style" && !mayStyle) return "style attribute";
    return name === "dangerouslySetInnerHTML" ? "raw HTML" : null;
  }
  const opens = ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node);
  return opens && node.tagName.getText() === "style" ? "style element" : null;
}
