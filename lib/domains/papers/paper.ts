/**
 * A paper (批准文件、附件): the scan or PDF of an official document, with its title, number (文号) and date (成文日期), put to what it
 * is about. Invariants: whoever may change that thing adds, corrects and removes its papers, whoever reaches its place reads them;
 * a removed paper stays as a line with who, when and why, and only its bytes go.
 */
import { may, type Verb } from "#lib/domains/accounts/roles.ts";
import type { Viewer } from "#lib/platform/viewer.ts";

/** What a paper may be about. A further kind is a word here, its owner below, and its place in the database (sec.paper_place). */
export const PAPER_KINDS = ["partyOrg", "division", "treeChange", "procedure"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** The things with a page that show papers: who may change the thing may change its papers. A change of a tree shows on its node's. */
export const OWNERS = {
  partyOrg: { verbs: ["partyOrg.edit"], href: (id: string) => `/orgs/${id}` },
  division: { verbs: ["division.edit"], href: (id: string) => `/divisions/${id}` },
  // Whoever does a step of a case puts its papers to it.
  procedure: {
    verbs: ["procedure.draft", "procedure.township", "procedure.county", "procedure.prefecture"],
    href: (id: string) => `/procedures/${id}`,
  },
} as const satisfies Record<string, { verbs: readonly Verb[]; href: (id: string) => string }>;
export type OwnerKind = keyof typeof OWNERS;
export type Owner = { kind: OwnerKind; id: string };
export const mayKeepPapers = (viewer: Viewer, kind: OwnerKind, divisionId: number) =>
  OWNERS[kind].verbs.some((verb) => may(viewer, verb, divisionId));

export const MOST_PAPERS = 50;
/** In one form; the entry takes 60 MB. */
export const MOST_AT_ONCE = 3;
export const LONGEST_TITLE = 120;
/** As the file store takes them by content. */
export const ACCEPTED = "application/pdf,image/jpeg,image/png,image/webp";

export type PaperRow = {
  id: string;
  fileId: string | null;
  title: string;
  documentNo: string | null;
  datedOn: string | null;
  mediaType: string | null;
  size: number | null;
  width: number | null;
  height: number | null;
  by: string;
  at: Date;
  /** The change of a tree that it is about. */
  changeId: string | null;
  removedBy: string | null;
  removedAt: Date | null;
  removedWhy: string | null;
  version: number;
};
export type PapersView = { reached: boolean; papers: PaperRow[]; removed: PaperRow[] };

/** The name of a file as a first title: what the person called it, without its kind. */
export const titleFrom = (fileName: string): string => {
  const bare = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "").trim();
  return (bare || fileName.trim()).slice(0, LONGEST_TITLE);
};

/** One line for the history: title, number, date. */
export const inOneLine = (paper: Pick<PaperRow, "title" | "documentNo" | "datedOn">): string =>
  [paper.title, paper.documentNo, paper.datedOn].filter(Boolean).join(" · ");
