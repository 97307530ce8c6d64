/** The line of the search index for a household, person, organization or division: written by whatever creates or renames one. */
import { nameKeys } from "#lib/domains/people/pinyin.ts";
import type { SearchKind } from "./hit.ts";

export type { SearchKind } from "./hit.ts";

/** For the columns of the thing itself and for its line in the index. */
export const indexName = nameKeys;

export type SearchEntry = {
  kind: SearchKind;
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
  kind: SearchKind;
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
