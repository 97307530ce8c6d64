/** A row of the trail in words: the deed, the thing, each changed field, and from where; never a code. */
import type { getTranslations } from "next-intl/server";
import { readFen } from "#lib/base/money.ts";
import type { Locale } from "#lib/base/preferences.ts";
import { amendmentOf } from "#lib/domains/households/amended-codes.ts";
import { codeName } from "#lib/domains/households/codes.ts";
import { HOUSEHOLD_FACTS } from "#lib/domains/households/fact-columns.ts";
import { MEMBER_FACTS } from "#lib/domains/households/member-columns.ts";
import { SHEETS } from "#lib/domains/imports/sheets/all.ts";
import { CATEGORIES, LIST_OF } from "#lib/domains/incomes/income.ts";
import { VILLAGE_FACTS } from "#lib/domains/village-register/village-columns.ts";
import type { Formats } from "#lib/i18n/format.ts";

type T = Awaited<ReturnType<typeof getTranslations<"audit">>>;
type Change = { field: string; old: string | null; new: string | null };
type Row = {
  verb: string;
  subject: string | null;
  subjectName?: string | null;
  facts: Record<string, unknown>;
  accountName: string | null;
};

const CODED = new Set(["industry", "party", "kind", "attendance", "teamLeave", "teamCheck"]);

/** A source of income has a field of its own: income.CATEGORY.SOURCE. */
const sourceOf = (field: string) => {
  const [, category, source] = /^income\.([A-Z]+)\.(\w+)$/.exec(field) ?? [];
  const list = CATEGORIES.find((one) => one === category);
  return list && source ? { list: LIST_OF[list], source } : null;
};
function sourceName({ list, source }: { list: string; source: string }, locale: Locale, d: Dictionary) {
  const own = amendmentOf(list, source);
  const key = `default.${source}` as "default.COOPERATIVE";
  return (locale === "en" ? own?.nameEn : null) ?? own?.name ?? (d.has(key) ? d(key) : source);
}

/** A fact of a household's file, by its key, or by the column that a sheet wrote. */
const factOf = (field: string) =>
  NOT_A_HOUSEHOLDS.has(field)
    ? undefined
    : [...HOUSEHOLD_FACTS, ...MEMBER_FACTS].find(({ key }) => key === field);
/** Names that other things use as well, and that mean the same there or have words of their own. */
const NOT_A_HOUSEHOLDS = new Set(["phone", "remark", "address"]);

/** Digests and sealed bytes are nothing to read. */
const UNREADABLE = /sealed|digest|pinyin|initials|version/i;
export const readable = <C extends { field: string }>(changes: readonly C[]): C[] =>
  changes.filter(({ field }) => !UNREADABLE.test(field));

/** Words of the office's dictionaries, for fields that carry a code of one. */
type Dictionary = Awaited<ReturnType<typeof getTranslations<"dictionaries">>>;

export function trailWords(t: T, f: Formats, locale: Locale, d: Dictionary) {
  const columnOf = (field: string) =>
    SHEETS.flatMap(({ columns }) => columns).find(
      ({ key }) => key === field.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    );
  const words = {
    verb: (verb: string): string => {
      return t.has(`verbs.${verb}` as "verbs.household.opened")
        ? t(`verbs.${verb}` as "verbs.household.opened")
        : t("unknownVerb", { verb });
    },
    field: (field: string): string => {
      const source = sourceOf(field);
      if (source) return sourceName(source, locale, d);
      const fact = factOf(field);
      if (fact) return fact[locale];
      const village = /^village\.(\w+)$/.exec(field)?.[1];
      if (village) return VILLAGE_FACTS.find(({ key }) => key === village)?.[locale] ?? village;
      // Each field of a measure is told under the measure's own name.
      if (field.startsWith("measure.")) return t("fields.measure");
      return t.has(`fields.${field}` as "fields.phone")
        ? t(`fields.${field}` as "fields.phone")
        : (columnOf(field)?.label[locale] ?? field);
    },
    value: (field: string, value: string | null): string => {
      if (value === null || value === "") return f.none;
      const fact = factOf(field);
      if (fact?.list) return codeName([...fact.list], value, locale) ?? value;
      if (/^(yes|true)$/.test(value)) return t("answer.yes");
      if (/^(no|false)$/.test(value)) return t("answer.no");
      if (/^[A-Z_]+$/.test(value) && t.has(`values.${field}.${value}` as "values.mode.COURSE"))
        return t(`values.${field}.${value}` as "values.mode.COURSE");
      // A check: the day, and a code where the office has no word of its own.
      const [, day, answer] = /^(\d{4}-\d{2}-\d{2}) ([A-Z_]+)$/.exec(value) ?? [];
      if (field === "check" && day && answer) return `${day} ${words.value(field, answer)}`;
      // Kept as yuan by hand, as fen by sheets.
      if (field === "income" || sourceOf(field)) return f.yuan(readFen(value));
      // What the industry chain keeps as codes amid names and days.
      if (CODED.has(field))
        return value.replace(/[A-Z][A-Z_]+/g, (code) =>
          t.has(`codes.${code}` as "codes.OWN") ? t(`codes.${code}` as "codes.OWN") : code,
        );
      if (/Fen$/.test(field) && /^-?\d+$/.test(value)) return f.yuan(BigInt(value));
      return columnOf(field)?.list?.find(({ code }) => code === value)?.[locale] ?? value;
    },
    change: (change: Change): string =>
      t("sentence", {
        field: words.field(change.field),
        old: words.value(change.field, change.old),
        new: words.value(change.field, change.new),
      }),
    subject: ({ subject, subjectName }: Pick<Row, "subject" | "subjectName">): string => {
      const kind = subject?.split(":")[0];
      if (!kind) return f.none;
      const named = t.has(`subjects.${kind}` as "subjects.household")
        ? t(`subjects.${kind}` as "subjects.household")
        : kind;
      return subjectName ? `${named} · ${subjectName}` : named;
    },
    /** Somebody signing in has no session yet: the account that opened says who it was. */
    who: ({ accountName, verb, subjectName }: Pick<Row, "accountName" | "verb" | "subjectName">): string => {
      if (accountName) return accountName;
      if (verb === "session.opened" && subjectName) return subjectName;
      return t(verb.startsWith("session.") ? "stranger" : "machine");
    },
    /** Device and address. */
    from: ({ facts }: Pick<Row, "facts">): string | null => textOf(facts.from) ?? textOf(facts.address),
    onBehalf: ({ facts }: Pick<Row, "facts">): string | null => {
      const name = textOf(facts.onBehalfOf) ?? textOf(facts.delegatedBy);
      return name && t("onBehalf", { name });
    },
    /** What else the facts say that a person can use. */
    besides: ({ facts }: Pick<Row, "facts">): string[] => {
      const said: string[] = [];
      const reason = textOf(facts.reason);
      if (reason) said.push(t("reason", { reason: words.value("reason", reason) }));
      if (typeof facts.rows === "number") said.push(t("rows", { rows: facts.rows }));
      if (Array.isArray(facts.fields) && facts.fields.length > 0)
        said.push(facts.fields.map((field) => words.field(String(field))).join("、"));
      return said;
    },
  };
  return words;
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
