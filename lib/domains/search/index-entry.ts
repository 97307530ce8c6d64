/** The line of the search index for a household, person, organization or division: written by whatever creates or renames one. */
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import type { IndexedKind } from "./hit.ts";

export type { IndexedKind } from "./hit.ts";

/** For the columns of the thing itself and for its line in the index. */
export const indexName = nameKeys;

export type SearchEntry = {
  kind: IndexedKind;
  subjectId: string;
  /** Reach follows this place; for a division, itself. */
  divisionId: number;
  householdId: string | null;
  title: string;
  detail: string;
  pinyin: string;
  initials: string;
  grams: string[];
};

export const searchEntryFor = (subject: {
  kind: IndexedKind;
  subjectId: string | number;
  divisionId: number;
  householdId?: string | null;
  title: string;
  detail?: string;
}): SearchEntry => ({
  kind: subject.kind,
  subjectId: String(subject.subjectId),
  divisionId: subject.divisionId,
  householdId: subject.householdId ?? null,
  title: subject.title,
  detail: subject.detail ?? "",
  ...indexName(subject.title),
});
