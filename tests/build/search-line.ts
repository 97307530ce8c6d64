// The line of the search index that stands beside whatever a builder makes.
import { type IndexedKind, searchEntryFor } from "#lib/domains/search/index-entry.ts";
import { insert, type Owner } from "./owner.ts";

type Subject = {
  kind: IndexedKind;
  id: string | number;
  divisionId: number;
  householdId?: string | null;
  title: string;
  detail?: string;
};

export async function searchLine(owner: Owner, { id, ...subject }: Subject): Promise<void> {
  const entry = searchEntryFor({ ...subject, subjectId: id });
  await insert(owner, "search_entry", {
    kind: entry.kind,
    subject_id: entry.subjectId,
    division_id: entry.divisionId,
    household_id: entry.householdId,
    title: entry.title,
    detail: entry.detail,
    grams: entry.grams,
    pinyin: entry.pinyin,
    initials: entry.initials,
  });
}
