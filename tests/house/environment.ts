// The environment is read in one place, so that a setting cannot hide: elsewhere `process.env` is an offence.
import ts from "typescript";
import { eachNode, lineOf, type SourceFile, treeOf } from "./source.ts";

const MAY_READ = [
  /^lib\/platform\/env\.ts$/,
  /^lib\/operate\//,
  /^tests\//,
  /^prisma\/prisma\.config\.ts$/,
  /^next\.config\.ts$/,
];

export function environmentReaders(files: SourceFile[]): string[] {
  return files.filter((file) => !MAY_READ.some((place) => place.test(file.path))).flatMap(readingsIn);
}

function readingsIn(file: SourceFile): string[] {
  const found: string[] = [];
  eachNode(treeOf(file), (node) => {
    if (readsProcessEnv(node) || importsEnv(node) || unpacksEnv(node)) found.push(lineOf(file, node));
  });
  return found;
}

function readsProcessEnv(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return isProcess(node.expression) && node.name.text === "env";
  if (!ts.isElementAccessExpression(node)) return false;
  return (
    isProcess(node.expression) &&
    ts.isStringLiteral(node.argumentExpression) &&
    node.argumentExpression.text === "env"
  );
}

const isProcess = (node: ts.Expression) => /^(globalThis\.)?process$/.test(node.getText());

function importsEnv(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return false;
  const bindings = node.importClause?.namedBindings;
  if (!/^(node:)?process$/.test(node.moduleSpecifier.text) || !bindings || !ts.isNamedImports(bindings))
    return false;
  return bindings.elements.some((one) => (one.propertyName ?? one.name).text === "env");
}

function unpacksEnv(node: ts.Node): boolean {
  if (!ts.isVariableDeclaration(node) || !node.initializer || !isProcess(node.initializer)) return false;
  return (
    ts.isObjectBindingPattern(node.name) &&
    node.name.elements.some((one) => (one.propertyName ?? one.name).getText() === "env")
  );
}
