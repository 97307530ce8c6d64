// Which messages the code asks for: keys bound to their room through the translator they are asked of, patterns where built.
import ts from "typescript";
import type { Catalog } from "./catalogs.ts";
import { eachNode, lineOf, type SourceFile, treeOf } from "./source.ts";

/** Rooms whose keys travel as data (a problem, an audit verb) before a translator sees them: a literal anywhere is a use. */
const CARRIED = ["problems", "audit"];
/** Rooms that go to the browser whole, as objects of words: reading a member is a use (components/ui/words.tsx, components/field). */
const WHOLE = [
  { room: "browser", hook: "useWords" },
  { room: "field", hook: "ieldWords" },
];
const OPENERS = new Set(["getTranslations", "useTranslations", "createTranslator"]);

/** The room of a translator that came from elsewhere without saying so. */
const ANY_ROOM = "*";

type Use = { where: string; key: RegExp; literal: boolean };
export type Report = { missing: string[]; unused: string[] };

export function messageUse(files: SourceFile[], catalog: Catalog): Report {
  const keys = [...catalog.keys()];
  const uses = files.flatMap(usesIn);
  const literals = new Set(files.flatMap(literalsIn));
  const open = new Set([...CARRIED, ...files.flatMap(roomsAskedWithVariables)]);
  const missing = uses
    .filter((use) => use.literal && !keys.some((key) => use.key.test(key)))
    .map((use) => use.where);
  const asked = (key: string) => uses.some((use) => use.key.test(key));
  const carried = (key: string) => {
    const room = key.slice(0, key.indexOf("."));
    if (literals.has(key)) return true;
    return [...open].some(
      (opened) =>
        (opened === room || opened.startsWith(`${room}.`)) && endsOf(key).some((end) => literals.has(end)),
    );
  };
  const members = WHOLE.map(({ room, hook }) => ({
    room,
    names: new Set(files.filter((file) => file.text.includes(hook)).flatMap(membersIn)),
  }));
  const read = (key: string) =>
    members.some(
      ({ room, names }) => key.startsWith(`${room}.`) && names.has(key.slice(key.lastIndexOf(".") + 1)),
    );
  return { missing, unused: keys.filter((key) => !asked(key) && !carried(key) && !read(key)) };
}

/** "a.b.c" is also known to code as "b.c" and, under a translator of "a.b", as "c". */
const endsOf = (key: string) => key.split(".").map((_, at, parts) => parts.slice(at).join("."));

function usesIn(file: SourceFile): Use[] {
  const translators = translatorsIn(file);
  const uses: Use[] = [];
  eachNode(treeOf(file), (node) => {
    if (!ts.isCallExpression(node)) return;
    const rooms = roomsOf(node, translators);
    const key = node.arguments[0];
    if (!rooms || !key) return;
    for (const { text, literal } of spoken(key))
      uses.push({
        where: `${lineOf(file, node)}: ${rooms.join("|")}.${text.slice(0, 60)}`,
        key: patternOf(rooms, text),
        literal,
      });
  });
  return uses;
}

/** Every name a translator goes by in this file, with the room it was opened for. "" stands for all rooms. */
function translatorsIn(file: SourceFile): Map<string, Set<string>> {
  const named = new Map<string, Set<string>>();
  const note = (name: ts.BindingName, opened: string | null) => {
    if (opened !== null && ts.isIdentifier(name))
      named.set(name.text, (named.get(name.text) ?? new Set()).add(opened));
  };
  eachNode(treeOf(file), (node) => {
    if (ts.isParameter(node)) note(node.name, roomOfType(node.type));
    if (!ts.isVariableDeclaration(node) || !node.initializer) return;
    const values = openings(node.initializer);
    if (!ts.isArrayBindingPattern(node.name)) return note(node.name, values[0] ?? null);
    for (const [at, one] of node.name.elements.entries())
      if (ts.isBindingElement(one)) note(one.name, values[at] ?? null);
  });
  return named;
}

/** A translator handed on as a parameter names its room in its type. */
function roomOfType(type: ts.TypeNode | undefined): string | null {
  const words = type?.getText() ?? "";
  if (!/translat/i.test(words)) return null;
  return words.match(/["']([\w.-]+)["']/)?.[1] ?? ANY_ROOM;
}

/** The rooms opened by an expression: one, or several inside Promise.all([...]). */
function openings(value: ts.Expression): (string | null)[] {
  const bare = ts.isAwaitExpression(value) ? value.expression : value;
  if (!ts.isCallExpression(bare)) return [null];
  const list = bare.arguments[0];
  if (/^Promise\.all$/.test(bare.expression.getText()) && list && ts.isArrayLiteralExpression(list))
    return list.elements.map((one) => openings(one)[0] ?? null);
  return OPENERS.has(bare.expression.getText()) ? [roomNamed(bare.arguments[0])] : [null];
}

function roomNamed(argument: ts.Expression | undefined): string | null {
  if (!argument) return "";
  if (ts.isStringLiteralLike(argument)) return argument.text;
  if (!ts.isObjectLiteralExpression(argument)) return null;
  const namespace = argument.properties.find((one) => one.name?.getText() === "namespace");
  if (!namespace) return "";
  return ts.isPropertyAssignment(namespace) && ts.isStringLiteralLike(namespace.initializer)
    ? namespace.initializer.text
    : null;
}

function roomsOf(call: ts.CallExpression, translators: Map<string, Set<string>>): string[] | null {
  const { expression } = call;
  const asked = ts.isPropertyAccessExpression(expression) ? expression.expression : expression;
  const rooms = ts.isIdentifier(asked) ? translators.get(asked.text) : undefined;
  if (rooms) return [...rooms];
  const atOnce = ts.isParenthesizedExpression(asked) ? openings(asked.expression)[0] : null;
  if (typeof atOnce === "string") return [atOnce];
  const handedOn = /^(?:\w+\.)*t(?:\.(?:rich|markup|has|raw))?$/.test(expression.getText());
  return handedOn ? [ANY_ROOM] : null;
}

/** What a key expression can be: words, words with gaps, either of two. A gap matches anything. */
function spoken(key: ts.Expression): { text: string; literal: boolean }[] {
  if (ts.isStringLiteralLike(key)) return [{ text: key.text, literal: true }];
  if (ts.isConditionalExpression(key)) return [...spoken(key.whenTrue), ...spoken(key.whenFalse)];
  if (ts.isParenthesizedExpression(key) || ts.isAsExpression(key)) return spoken(key.expression);
  if (!ts.isTemplateExpression(key)) return [];
  return [
    {
      text: key.head.text + key.templateSpans.map((span) => `\u0000${span.literal.text}`).join(""),
      literal: true,
    },
  ];
}

function patternOf(rooms: string[], text: string): RegExp {
  const plain = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const key = text.split("\u0000").map(plain).join(".+");
  return new RegExp(`^(?:${rooms.map(roomPattern).join("|")})${key}$`);
}

const roomPattern = (room: string) => {
  if (room === ANY_ROOM) return "(?:.+\\.)?";
  return room && `${room.replaceAll(".", "\\.")}\\.`;
};

/** A translator asked with a variable may mean any key of its room that the code holds as a literal. */
function roomsAskedWithVariables(file: SourceFile): string[] {
  const translators = translatorsIn(file);
  const rooms: string[] = [];
  eachNode(treeOf(file), (node) => {
    if (!ts.isCallExpression(node)) return;
    const key = node.arguments[0];
    if (key && spoken(key).length === 0) rooms.push(...(roomsOf(node, translators) ?? []));
  });
  return rooms;
}

function literalsIn(file: SourceFile): string[] {
  const found: string[] = [];
  eachNode(treeOf(file), (node) => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
  });
  return found;
}

function membersIn(file: SourceFile): string[] {
  const found: string[] = [];
  eachNode(treeOf(file), (node) => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.name.text);
  });
  return found;
}
