/** The message rooms: one file per language and trade. A new room is two files and one line here. */

import type { Locale } from "#lib/base/preferences.ts";

type Load<T> = Record<Locale, () => Promise<{ default: T }>>;

export const rooms = {
  cockpit: {
    "zh-CN": () => import("./messages/zh-CN/cockpit.json"),
    en: () => import("./messages/en/cockpit.json"),
  },
  compare: {
    "zh-CN": () => import("./messages/zh-CN/compare.json"),
    en: () => import("./messages/en/compare.json"),
  },
  common: {
    "zh-CN": () => import("./messages/zh-CN/common.json"),
    en: () => import("./messages/en/common.json"),
  },
  browser: {
    "zh-CN": () => import("./messages/zh-CN/browser.json"),
    en: () => import("./messages/en/browser.json"),
  },
  closings: {
    "zh-CN": () => import("./messages/zh-CN/closings.json"),
    en: () => import("./messages/en/closings.json"),
  },
  navigation: {
    "zh-CN": () => import("./messages/zh-CN/navigation.json"),
    en: () => import("./messages/en/navigation.json"),
  },
  problems: {
    "zh-CN": () => import("./messages/zh-CN/problems.json"),
    en: () => import("./messages/en/problems.json"),
  },
  accounts: {
    "zh-CN": () => import("./messages/zh-CN/accounts.json"),
    en: () => import("./messages/en/accounts.json"),
  },
  handover: {
    "zh-CN": () => import("./messages/zh-CN/handover.json"),
    en: () => import("./messages/en/handover.json"),
  },
  delegations: {
    "zh-CN": () => import("./messages/zh-CN/delegations.json"),
    en: () => import("./messages/en/delegations.json"),
  },
  "sign-in": {
    "zh-CN": () => import("./messages/zh-CN/sign-in.json"),
    en: () => import("./messages/en/sign-in.json"),
  },
  me: {
    "zh-CN": () => import("./messages/zh-CN/me.json"),
    en: () => import("./messages/en/me.json"),
  },
  help: {
    "zh-CN": () => import("./messages/zh-CN/help.json"),
    en: () => import("./messages/en/help.json"),
  },
  households: {
    "zh-CN": () => import("./messages/zh-CN/households.json"),
    en: () => import("./messages/en/households.json"),
  },
  "list-views": {
    "zh-CN": () => import("./messages/zh-CN/list-views.json"),
    en: () => import("./messages/en/list-views.json"),
  },
  quality: {
    "zh-CN": () => import("./messages/zh-CN/quality.json"),
    en: () => import("./messages/en/quality.json"),
  },
  teams: {
    "zh-CN": () => import("./messages/zh-CN/teams.json"),
    en: () => import("./messages/en/teams.json"),
  },
  duties: {
    "zh-CN": () => import("./messages/zh-CN/duties.json"),
    en: () => import("./messages/en/duties.json"),
  },
  campaigns: {
    "zh-CN": () => import("./messages/zh-CN/campaigns.json"),
    en: () => import("./messages/en/campaigns.json"),
  },
  reports: {
    "zh-CN": () => import("./messages/zh-CN/reports.json"),
    en: () => import("./messages/en/reports.json"),
  },
  instructions: {
    "zh-CN": () => import("./messages/zh-CN/instructions.json"),
    en: () => import("./messages/en/instructions.json"),
  },
  watch: {
    "zh-CN": () => import("./messages/zh-CN/watch.json"),
    en: () => import("./messages/en/watch.json"),
  },
  sampleChecks: {
    "zh-CN": () => import("./messages/zh-CN/sampleChecks.json"),
    en: () => import("./messages/en/sampleChecks.json"),
  },
  facts: {
    "zh-CN": () => import("./messages/zh-CN/facts.json"),
    en: () => import("./messages/en/facts.json"),
  },
  incomes: {
    "zh-CN": () => import("./messages/zh-CN/incomes.json"),
    en: () => import("./messages/en/incomes.json"),
  },
  lives: {
    "zh-CN": () => import("./messages/zh-CN/lives.json"),
    en: () => import("./messages/en/lives.json"),
  },
  measures: {
    "zh-CN": () => import("./messages/zh-CN/measures.json"),
    en: () => import("./messages/en/measures.json"),
  },
  registry: {
    "zh-CN": () => import("./messages/zh-CN/registry.json"),
    en: () => import("./messages/en/registry.json"),
  },
  pairings: {
    "zh-CN": () => import("./messages/zh-CN/pairings.json"),
    en: () => import("./messages/en/pairings.json"),
  },
  villages: {
    "zh-CN": () => import("./messages/zh-CN/villages.json"),
    en: () => import("./messages/en/villages.json"),
  },
  printing: {
    "zh-CN": () => import("./messages/zh-CN/printing.json"),
    en: () => import("./messages/en/printing.json"),
  },
  relocations: {
    "zh-CN": () => import("./messages/zh-CN/relocations.json"),
    en: () => import("./messages/en/relocations.json"),
  },
  visits: {
    "zh-CN": () => import("./messages/zh-CN/visits.json"),
    en: () => import("./messages/en/visits.json"),
  },
  field: {
    "zh-CN": () => import("./messages/zh-CN/field.json"),
    en: () => import("./messages/en/field.json"),
  },
  today: {
    "zh-CN": () => import("./messages/zh-CN/today.json"),
    en: () => import("./messages/en/today.json"),
  },
  trees: {
    "zh-CN": () => import("./messages/zh-CN/trees.json"),
    en: () => import("./messages/en/trees.json"),
  },
  divisions: {
    "zh-CN": () => import("./messages/zh-CN/divisions.json"),
    en: () => import("./messages/en/divisions.json"),
  },
  "party-orgs": {
    "zh-CN": () => import("./messages/zh-CN/party-orgs.json"),
    en: () => import("./messages/en/party-orgs.json"),
  },
  trainings: {
    "zh-CN": () => import("./messages/zh-CN/trainings.json"),
    en: () => import("./messages/en/trainings.json"),
  },
  industry: {
    "zh-CN": () => import("./messages/zh-CN/industry.json"),
    en: () => import("./messages/en/industry.json"),
  },
  members: {
    "zh-CN": () => import("./messages/zh-CN/members.json"),
    en: () => import("./messages/en/members.json"),
  },
  procedures: {
    "zh-CN": () => import("./messages/zh-CN/procedures.json"),
    en: () => import("./messages/en/procedures.json"),
  },
  posts: {
    "zh-CN": () => import("./messages/zh-CN/posts.json"),
    en: () => import("./messages/en/posts.json"),
  },
  talent: {
    "zh-CN": () => import("./messages/zh-CN/talent.json"),
    en: () => import("./messages/en/talent.json"),
  },
  needs: {
    "zh-CN": () => import("./messages/zh-CN/needs.json"),
    en: () => import("./messages/en/needs.json"),
  },
  papers: {
    "zh-CN": () => import("./messages/zh-CN/papers.json"),
    en: () => import("./messages/en/papers.json"),
  },
  inbox: {
    "zh-CN": () => import("./messages/zh-CN/inbox.json"),
    en: () => import("./messages/en/inbox.json"),
  },
  dictionaries: {
    "zh-CN": () => import("./messages/zh-CN/dictionaries.json"),
    en: () => import("./messages/en/dictionaries.json"),
  },
  workdays: {
    "zh-CN": () => import("./messages/zh-CN/workdays.json"),
    en: () => import("./messages/en/workdays.json"),
  },
  settings: {
    "zh-CN": () => import("./messages/zh-CN/settings.json"),
    en: () => import("./messages/en/settings.json"),
  },
  imports: {
    "zh-CN": () => import("./messages/zh-CN/imports.json"),
    en: () => import("./messages/en/imports.json"),
  },
  tables: {
    "zh-CN": () => import("./messages/zh-CN/tables.json"),
    en: () => import("./messages/en/tables.json"),
  },
  exports: {
    "zh-CN": () => import("./messages/zh-CN/exports.json"),
    en: () => import("./messages/en/exports.json"),
  },
  audit: {
    "zh-CN": () => import("./messages/zh-CN/audit.json"),
    en: () => import("./messages/en/audit.json"),
  },
  health: {
    "zh-CN": () => import("./messages/zh-CN/health.json"),
    en: () => import("./messages/en/health.json"),
  },
  services: {
    "zh-CN": () => import("./messages/zh-CN/services.json"),
    en: () => import("./messages/en/services.json"),
  },
  indicators: {
    "zh-CN": () => import("./messages/zh-CN/indicators.json"),
    en: () => import("./messages/en/indicators.json"),
  },
  maps: {
    "zh-CN": () => import("./messages/zh-CN/maps.json"),
    en: () => import("./messages/en/maps.json"),
  },
  search: {
    "zh-CN": () => import("./messages/zh-CN/search.json"),
    en: () => import("./messages/en/search.json"),
  },
};

export type Room = keyof typeof rooms;

/** What a room holds, as its Chinese source says it. */
export type Messages = { [Name in Room]: Awaited<ReturnType<(typeof rooms)[Name]["zh-CN"]>>["default"] };

const loaded = new Map<Locale, Promise<Messages>>();

export function loadRooms(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale);
  if (known) return known;
  const loading = loadAll(locale);
  loaded.set(locale, loading);
  return loading;
}

async function loadAll(locale: Locale): Promise<Messages> {
  const entries = Object.entries(rooms as Record<Room, Load<unknown>>);
  const read = entries.map(async ([name, room]) => [name, (await room[locale]()).default] as const);
  return Object.fromEntries(await Promise.all(read)) as Messages;
}
