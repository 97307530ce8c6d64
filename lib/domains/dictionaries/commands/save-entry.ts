/** The office changes a word, adds one to an open list, or retires one from a day on; never deletes. */
import { readDay } from "#lib/base/calendar.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { dayToColumn } from "#lib/platform/clock.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, invalid } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import { answersTo, type Entry, entriesOf, isOpen, type ListKey } from "../dictionary.ts";
import { SaveEntry } from "../input.ts";
import { storedEntries } from "../queries.ts";
import { readDictionary } from "../refresh.ts";

type Subject = { root: number; entries: Entry[]; entry: Entry | null };
const FIELDS = ["name", "nameEn", "aliases", "position", "retiredOn", "basis"] as const;
const asText = (value: string | number | string[] | null) =>
  value === null ? null : Array.isArray(value) ? value.join("、") || null : String(value);

export const saveEntry = command({
  name: "dictionaries.saveEntry",
  tells: "dictionary.changed",
  input: SaveEntry,
  subject: async ({ sql }, { list, code }): Promise<Subject | null> => {
    const [root] = await sql<{ id: number }>`select id from division where level = 'PREFECTURE'`;
    const entries = entriesOf(list as ListKey, await storedEntries(sql));
    const entry = entries.find((one) => one.code === code) ?? null;
    return root && (entry || (code === "" && isOpen(list))) ? { root: root.id, entries, entry } : null;
  },
  may: (viewer, { root }) => may(viewer, "setting.edit", root),
  run: async (work, input, { root, entries, entry }) => {
    const code = entry?.code ?? `OWN_${entries.length + 1}`;
    if ((entry?.version ?? 0) !== input.version) throw conflict();
    const next = checked(work, input, entries, entry);
    const data = { ...next, retiredOn: next.retiredOn ? dayToColumn(next.retiredOn) : null };
    const key = { list: input.list, code };
    await work.tx.dictionaryEntry.upsert({
      where: { list_code: key },
      create: { ...key, ...data },
      update: { ...data, version: { increment: 1 } },
    });
    for (const field of FIELDS) {
      const [old, now] = [asText(entry?.[field] ?? null), asText(next[field])];
      if (old !== now)
        work.note({
          entity: "dictionary",
          entityId: `${input.list}:${code}`,
          divisionId: root,
          field,
          old,
          new: now,
        });
    }
    await readDictionary(work.sql);
    return { list: input.list, code, root };
  },
  fact: ({ list, code, root }) => ({ subject: `dictionary:${list}:${code}`, division: root }),
});

type Typed = {
  name: string;
  nameEn: string;
  aliases: string;
  position: string;
  retiredOn: string;
  basis: string;
};

/** Field by field: a new word needs a name, a day must be one, a spelling may mean one thing only. */
function checked({ today }: Work, typed: Typed, entries: readonly Entry[], entry: Entry | null) {
  if (typed.name === "" && !entry?.usual && !entry?.defaultKey)
    throw invalid({ name: [{ key: "required" }] });
  const retiredOn = typed.retiredOn === "" ? null : readDay(typed.retiredOn, today);
  if (typed.retiredOn !== "" && retiredOn === null) throw invalid({ retiredOn: [{ key: "malformed" }] });
  const aliases = [...new Set(typed.aliases.split(/[、,，;；\n]/).map((word) => word.trim()))].filter(
    (word) => word !== "",
  );
  for (const [field, words] of [
    ["name", typed.name ? [typed.name] : []],
    ["aliases", aliases],
  ] as const)
    for (const word of words) {
      const other = answersTo(entries, word, entry?.code ?? "");
      if (other)
        throw invalid({
          [field]: [
            {
              key: "dictionary.taken",
              values: { word, other: other.name ?? other.usual?.["zh-CN"] ?? other.code },
            },
          ],
        });
    }
  return {
    name: typed.name || null,
    nameEn: typed.nameEn || null,
    aliases,
    position: typed.position === "" ? null : Number(typed.position),
    retiredOn,
    basis: typed.basis || null,
  };
}
