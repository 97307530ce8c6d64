// What a file is called, how it opens and how long it is: the habits that let a newcomer guess where things are.
import ts from "typescript";
import { type SourceFile, treeOf } from "./source.ts";

const LIMIT = 400;
const LOOK_TWICE = 150;
const HOMELESS =
  /(?:^|[/.-])(?:utils?|helpers|misc|commons?|shared|extras?|services?|types)\.(?:tsx?|mjs)$|(?:^|\/)helper\.tsx?$/;
const HOMELESS_FOLDER = /(?:^|\/)(?:utils?|helpers?|misc|shared|extras?|services?)\//;
/** Long because they are data: lists that nobody reads from top to bottom. */
const DATA = /\.(?:data|seed)\.ts$|(?:^|\/)(?:data|seed)\/|^package-lock\.json$/;

/** Folders whose name is a word of the trade, although it looks like a corner for leftovers. */
const TRADE_WORDS =
  /^(?:lib\/domains|components|app\/\(work\)|tests\/lib\/domains)\/(?:services\/|pairings\/(?:[a-z-]+\/)*helpers?\.)/;

export const homelessNames = (files: SourceFile[]) =>
  files
    .map((file) => file.path)
    .filter((path) => (HOMELESS.test(path) || HOMELESS_FOLDER.test(path)) && !TRADE_WORDS.test(path));

export const tooLong = (files: SourceFile[]) =>
  files
    .filter((file) => !DATA.test(file.path) && linesOf(file) > LIMIT)
    .map((file) => `${file.path}: ${linesOf(file)} lines`);

export const worthASecondLook = (files: SourceFile[]) =>
  files
    .filter((file) => !DATA.test(file.path) && linesOf(file) > LOOK_TWICE)
    .sort((a, b) => linesOf(b) - linesOf(a))
    .map((file) => `${file.path}: ${linesOf(file)} lines`);

const linesOf = (file: SourceFile) => file.text.trimEnd().split("\n").length;

/** A file that only passes on what others hold: import the file that has the thing. */
export function barrels(files: SourceFile[]): string[] {
  return files
    .filter((file) => /\.tsx?$/.test(file.path))
    .filter(isBarrel)
    .map((file) => file.path);
}

function isBarrel(file: SourceFile): boolean {
  const { statements } = treeOf(file);
  const passesOn = (line: ts.Statement) => ts.isExportDeclaration(line) && line.moduleSpecifier !== undefined;
  return statements.length > 0 && statements.every(passesOn);
}

/** The first thing in a file is a comment of at least four words; a directive may stand before it. */
export const withoutOpening = (files: SourceFile[]) =>
  files
    .filter((file) => !opens(file.text) && !WRITTEN_BY_THE_MIGRATION_TOOL.test(file.text))
    .map((file) => file.path);

const WRITTEN_BY_THE_MIGRATION_TOOL = /^-- (?:Create|Alter|Drop|Add|Rename)[A-Z]\w+\n/;

function opens(text: string): boolean {
  const body = text.replace(/^#!.*\n/, "").replace(/^\s*(?:"use (?:client|server)";?\s*)?/, "");
  const comment = body.match(/^(?:\/\/\/?|--)\s*(.+)|^\/\*+([\s\S]*?)\*\//);
  const words = (comment?.[1] ?? comment?.[2] ?? "").replace(/[*\s]+/g, " ").trim();
  return words.split(" ").length >= 4;
}

const SILENCERS = /@ts-(?:ignore|expect-error|nocheck)|biome-ignore|eslint-disable|prettier-ignore/;

export const silencedChecks = (files: SourceFile[]) =>
  files
    .filter((file) => file.path !== "tests/house/files.ts" && SILENCERS.test(file.text))
    .map((file) => file.path);
