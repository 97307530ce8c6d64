// The project's own source files as the house tests read them: path from the root, text, and on demand the syntax tree.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export type SourceFile = { path: string; text: string };

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

const PASSED_OVER = new Set(["node_modules", "test-results"]);
const GENERATED = ["lib/platform/prisma/", "next-env.d.ts"];

/** Every file of the project whose name ends in one of these, without what machines wrote. */
export function sourceFiles(endings: readonly string[] = [".ts", ".tsx"]): SourceFile[] {
  return walk("")
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .filter((path) => !GENERATED.some((start) => path.startsWith(start)))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }));
}

function walk(folder: string): string[] {
  const entries = readdirSync(`${root}/${folder}`, { withFileTypes: true });
  return entries
    .filter(({ name }) => !name.startsWith("."))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : walk(path);
      return entry.isFile() ? [path] : [];
    });
}

const trees = new WeakMap<SourceFile, ts.SourceFile>();

export function treeOf(file: SourceFile): ts.SourceFile {
  let tree = trees.get(file);
  if (!tree) {
    const kind = file.path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true, kind);
    trees.set(file, tree);
  }
  return tree;
}

export function eachNode(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node);
  ts.forEachChild(node, (child) => eachNode(child, visit));
}

export function lineOf(file: SourceFile, node: ts.Node): string {
  const tree = treeOf(file);
  return `${file.path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}

/** For planting an offence: a file that exists only in a test. */
export const planted = (path: string, text: string): SourceFile => ({ path, text });
