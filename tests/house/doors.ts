// Every way in is made by its wrapper: what a "use server" file, a route or a page exports comes from action(), route(), page().
import ts from "typescript";
import { eachNode, lineOf, type SourceFile, treeOf } from "./source.ts";

type Door = { makers: string[]; guards: (exported: string) => boolean };

const METHODS = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/;
const ACTION: Door = { makers: ["action", "publicAction"], guards: () => true };
const ROUTE: Door = { makers: ["route", "publicRoute"], guards: (name) => METHODS.test(name) };
const PAGE: Door = { makers: ["page", "publicPage"], guards: (name) => name === "default" };

/** The one handler that is not ours to wrap, and why. */
export const EXEMPT: Record<string, string> = {
  "app/api/auth/[...nextauth]/route.ts":
    "next-auth answers its own paths; it opens sessions only through our callbacks",
};

export function unguardedDoors(files: SourceFile[]): string[] {
  return files
    .filter((file) => !(file.path in EXEMPT))
    .flatMap((file) => [...inlineActions(file), ...unwrappedExports(file)]);
}

function unwrappedExports(file: SourceFile): string[] {
  const door = doorOf(file);
  if (!door) return [];
  return exportsOf(treeOf(file))
    .filter(({ name, value }) => door.guards(name) && !madeBy(file, door.makers, value))
    .map(({ name, node }) => `${lineOf(file, node)}: ${name} is not made by ${door.makers[0]}()`);
}

function doorOf(file: SourceFile): Door | null {
  if (hasDirective(treeOf(file), "use server")) return ACTION;
  if (/^app\/(.*\/)?route\.tsx?$/.test(file.path)) return ROUTE;
  if (/^app\/(.*\/)?page\.tsx?$/.test(file.path)) return PAGE;
  return null;
}

function inlineActions(file: SourceFile): string[] {
  const found: string[] = [];
  eachNode(treeOf(file), (node) => {
    if (ts.isBlock(node) && hasDirective(node, "use server"))
      found.push(`${lineOf(file, node)}: an action inside a function has no wrapper`);
  });
  return found;
}

function hasDirective(node: ts.SourceFile | ts.Block, words: string): boolean {
  const first = node.statements.findIndex(
    (line) => !ts.isExpressionStatement(line) || !ts.isStringLiteral(line.expression),
  );
  const directives = node.statements.slice(0, first === -1 ? undefined : first);
  return directives.some(
    (line) =>
      ts.isExpressionStatement(line) && ts.isStringLiteral(line.expression) && line.expression.text === words,
  );
}

type Exported = { name: string; node: ts.Node; value?: ts.Expression };

function exportsOf(tree: ts.SourceFile): Exported[] {
  return tree.statements.flatMap((node): Exported[] => {
    if (ts.isExportAssignment(node)) return [{ name: "default", node, value: node.expression }];
    if (ts.isExportDeclaration(node)) return reExports(node);
    if (
      !ts.canHaveModifiers(node) ||
      !ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
    )
      return [];
    const isDefault = ts.getModifiers(node)?.some((one) => one.kind === ts.SyntaxKind.DefaultKeyword);
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map((one) => ({
        name: one.name.getText(tree),
        node: one,
        value: one.initializer,
      }));
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
      return [{ name: isDefault ? "default" : (node.name?.text ?? "default"), node }];
    return []; // types and interfaces are no doors
  });
}

function reExports(node: ts.ExportDeclaration): Exported[] {
  if (node.isTypeOnly) return [];
  if (!node.exportClause || !ts.isNamedExports(node.exportClause)) return [{ name: "default", node }];
  return node.exportClause.elements
    .filter((one) => !one.isTypeOnly)
    .map((one) => ({ name: one.name.text, node: one }));
}

/** The value is a call of the maker itself, and that maker is imported from the platform. */
function madeBy(file: SourceFile, makers: string[], value?: ts.Expression): boolean {
  const call = value && named(file, value);
  if (!call || !ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return false;
  return makers.includes(call.expression.text) && importedFromPlatform(file, call.expression.text);
}

function named(file: SourceFile, value: ts.Expression): ts.Expression | undefined {
  if (!ts.isIdentifier(value)) return value;
  for (const line of treeOf(file).statements)
    if (ts.isVariableStatement(line))
      for (const one of line.declarationList.declarations)
        if (one.name.getText() === value.text) return one.initializer;
  return undefined;
}

function importedFromPlatform(file: SourceFile, maker: string): boolean {
  return treeOf(file).statements.some((line) => {
    if (!ts.isImportDeclaration(line) || !ts.isStringLiteral(line.moduleSpecifier)) return false;
    const bindings = line.importClause?.namedBindings;
    if (!line.moduleSpecifier.text.startsWith("#lib/platform/") || !bindings || !ts.isNamedImports(bindings))
      return false;
    return bindings.elements.some((one) => one.name.text === maker && !one.propertyName);
  });
}
