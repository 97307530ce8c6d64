// Lines of the search index; names repeat, so each is read once.
import { type IndexedKind, indexName } from "#lib/domains/search/index-entry.ts";
import type { Batch } from "./copy.ts";

const known = new Map<string, ReturnType<typeof indexName>>();

export function keysOf(name: string): ReturnType<typeof indexName> {
  const keys = known.get(name) ?? indexName(name);
  known.set(name, keys);
  return keys;
}

type Subject = {
  kind: IndexedKind;
  id: string | number;
  divisionId: number;
  householdId?: string;
  title: string;
  detail: string;
};

export function addToIndex(batch: Batch, { kind, id, divisionId, householdId, title, detail }: Subject) {
  const { grams, pinyin, initials } = keysOf(title);
  batch.add("search_entry", {
    kind,
    subject_id: String(id),
    division_id: divisionId,
    household_id: householdId,
    title,
    detail,
    grams,
    pinyin,
    initials,
  });
}
