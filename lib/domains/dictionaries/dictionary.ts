/**
 * A dictionary (字典): a list of words that the office keeps. Of lists that the program knows, an entry holds what differs (another name,
 * more spellings, an order, an end); the open ones are the office's own.
 * Invariant: nothing is deleted; a retired entry stays readable on every row that carries it.
 */
import { CODE_LISTS } from "#lib/domains/households/codes.ts";

/** What the article leaves open (decisions 3): a visible default, 请按本市文件核定. Order and codes are the default's. */
const OPEN_DEFAULTS = {
  DUTY_CATEGORIES: ["LEADERSHIP", "DEPARTMENT", "SOCIETY", "ASSISTANCE"],
  SUPPORT_SYSTEMS: ["LEADER_CONTACT", "INSPECTION", "STUDY_AND_JUDGE"],
  /** 产业链上的组织 and their modes: the article names the first four and the first three. */
  INDUSTRY_KINDS: ["COOPERATIVE", "ASSOCIATION", "BASE", "MARKET", "ENTERPRISE", "CREW"],
  INDUSTRY_MODES: [
    "BRANCH_ASSOC",
    "BRANCH_ASSOC_HOUSEHOLD",
    "BRANCH_BASE_HOUSEHOLD",
    "BRANCH_COMPANY_HOUSEHOLD",
  ],
  /** Why an organization is weak and lax (软弱涣散). */
  WEAK_CAUSES: [
    "NO_SECRETARY",
    "WEAK_SECRETARY",
    "DIVIDED_TEAM",
    "NO_PARTY_LIFE",
    "LATE_ELECTION",
    "WEAK_GOVERNANCE",
    "NO_COLLECTIVE_INCOME",
    "COMPLAINTS",
  ],
  /** Posts of leadership teams in the order of lists, where their holders come from, and what these are known for. */
  POST_KINDS: [
    "SECRETARY",
    "DEPUTY_SECRETARY",
    "PARTY_COMMITTEE_MEMBER",
    "HEAD",
    "DEPUTY_HEAD",
    "DIRECTOR",
    "DEPUTY_DIRECTOR",
    "VILLAGE_COMMITTEE_MEMBER",
    "SUPERVISION_DIRECTOR",
    "SUPERVISION_MEMBER",
  ],
  SELECTION_SOURCES: ["ELECTED", "APPOINTED", "SENT_DOWN", "HIRED", "ON_SECONDMENT"],
  ABILITY_TAGS: [
    "KNOWS_RURAL",
    "PROSPERITY_LEADER",
    "GOVERNS_WELL",
    "POLITICALLY_FIRM",
    "KNOWS_PROFESSION",
    "DARES_TO_ACT",
    "UPRIGHT",
  ],
  /** What is taught by cadres sent to schools, and why one was not on post. */
  TEACHING_SUBJECTS: [
    "CHINESE",
    "MATHEMATICS",
    "ENGLISH",
    "TIBETAN",
    "SCIENCE",
    "MORALS",
    "SPORT",
    "ARTS",
    "COMPUTING",
  ],
  /** 五个一批 and what offices count besides. */
  MEASURE_CATEGORIES: [
    "GROW_PRODUCTION",
    "MOVE_HOUSES",
    "ECOLOGY",
    "SCHOOLING_BATCH",
    "SOCIAL_SECURITY",
    "HEALTH_AID",
    "EMPLOYMENT_AID",
    "HOUSING_AID",
    "FINANCE_AID",
    "SOCIAL_AID",
    "PARTY_AID",
    "INFRASTRUCTURE",
    "PUBLIC_SERVICE",
  ],
  /** What households and villages ask for. */
  NEED_CATEGORIES: [
    "NEED_INDUSTRY",
    "NEED_JOBS",
    "NEED_HOUSING",
    "NEED_WATER",
    "NEED_SCHOOL",
    "NEED_HEALTH",
    "NEED_ALLOWANCE",
    "NEED_ROAD",
    "NEED_DISPUTE",
    "NEED_OTHER",
  ],
  /** 收入来源, by category; 计划生育金 is no source of its own. */
  INCOME_WAGE: ["WAGES"],
  INCOME_BUSINESS: ["OPERATIONS", "FUNGUS", "MATSUTAKE"],
  INCOME_PROPERTY: ["DIVIDEND", "PROPERTY_OTHER"],
  INCOME_TRANSFER: [
    "LOW_ALLOWANCE_MONEY",
    "DESTITUTE_MONEY",
    "PENSION_MONEY",
    "ECO_COMPENSATION",
    "GRASSLAND_AWARD",
    "PUBLIC_FOREST",
    "REFORESTATION",
    "LAND_FERTILITY",
    "OLD_AGE",
    "PREFERENTIAL",
    "DISABILITY_AID",
    "EDUCATION_AID",
    "DISASTER_RELIEF",
    "ALIMONY",
    "RELAPSE_INSURANCE",
    "TRANSFER_OTHER",
  ],
  INCOME_COST: ["OPERATING_COST"],
  POST_ABSENCES: ["ON_LEAVE", "OFFICIAL_ERRAND", "CALLED_BACK", "ON_TRAINING", "NO_REASON"],
} as const;

export type OpenList = keyof typeof OPEN_DEFAULTS;
export type ListKey = OpenList | keyof typeof CODE_LISTS;

export const OPEN_LISTS = Object.keys(OPEN_DEFAULTS) as OpenList[];
export const LIST_KEYS = [...OPEN_LISTS, ...Object.keys(CODE_LISTS)] as ListKey[];
export const isOpen = (list: string): list is OpenList => list in OPEN_DEFAULTS;
export const isList = (list: string): list is ListKey => (LIST_KEYS as string[]).includes(list);

export type Stored = {
  list: string;
  code: string;
  name: string | null;
  nameEn: string | null;
  aliases: string[];
  position: number | null;
  retiredOn: string | null;
  basis: string | null;
  version: number;
};

export type Entry = Stored & {
  /** As the program calls it; null for an entry of the office's own. */
  usual: { "zh-CN": string; en: string } | null;
  /** Spellings that the program knows besides. */
  known: readonly string[];
  /** The code under which the room "dictionaries" names a default of an open list. */
  defaultKey: string | null;
};

const blank = (list: string, code: string): Stored => ({
  list,
  code,
  name: null,
  nameEn: null,
  aliases: [],
  position: null,
  retiredOn: null,
  basis: null,
  version: 0,
});

/** The list in the office's order: the program's entries with what differs, then the office's own. */
export function entriesOf(list: ListKey, stored: readonly Stored[]): Entry[] {
  const mine = stored.filter((one) => one.list === list);
  const codes = isOpen(list) ? [...OPEN_DEFAULTS[list]] : CODE_LISTS[list].map(({ code }) => code);
  const own = mine.filter(({ code }) => !(codes as string[]).includes(code)).map(({ code }) => code);
  return [...codes, ...own]
    .map((code, index) => {
      const amended = mine.find((one) => one.code === code) ?? blank(list, code);
      const usual = isOpen(list) ? undefined : CODE_LISTS[list].find((one) => one.code === code);
      const entry: Entry = {
        ...amended,
        usual: usual ? { "zh-CN": usual["zh-CN"], en: usual.en } : null,
        known: usual?.aliases?.filter((alias) => !amended.aliases.includes(alias)) ?? [],
        defaultKey: isOpen(list) && (OPEN_DEFAULTS[list] as readonly string[]).includes(code) ? code : null,
      };
      return { entry, place: amended.position ?? (index + 1) * 10 };
    })
    .sort((a, b) => a.place - b.place)
    .map(({ entry }) => entry);
}

/** One spelling may mean one thing: the entry that already answers to it, if another one does. */
export function answersTo(entries: readonly Entry[], word: string, but: string): Entry | undefined {
  const same = (other: string | null | undefined) =>
    other?.trim().toLowerCase() === word.trim().toLowerCase();
  return entries.find(
    (entry) =>
      entry.code !== but &&
      [entry.name, entry.usual?.["zh-CN"], ...entry.aliases, ...entry.known].some((spelling) =>
        same(spelling),
      ),
  );
}
