/** Keeps the search index beside the row it leads to, in the same transaction: name, pieces, pinyin and initials. */
import type { Work } from "#lib/platform/scope.ts";
import { gramsOf, pinyinKeys } from "./pinyin.ts";

type Entry = {
  kind: "household" | "person";
  subjectId: string;
  divisionId: number;
  householdId: string | null;
  title: string;
  detail?: string;
};

export async function keepSearchEntry({ tx }: Work, entry: Entry): Promise<void> {
  const { kind, subjectId, detail = "", ...rest } = entry;
  const row = { ...rest, detail, grams: gramsOf(entry.title), ...pinyinKeys(entry.title) };
  await tx.searchEntry.upsert({
    where: { kind_subjectId: { kind, subjectId } },
    create: { kind, subjectId, ...row },
    update: row,
  });
}
