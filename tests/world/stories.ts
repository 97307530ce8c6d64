// What happened in the world: the life of each household, who helped it, and every visit, with fixed days.
import type { SpellGiven } from "../build/household.ts";
import type { PairingGiven } from "../build/pairing.ts";
import type { VisitGiven } from "../build/visit.ts";
import { type HouseholdName, type PersonName, world } from "./world.ts";

const { accounts, divisions } = world;
const leftPoverty = (on: string): SpellGiven[] => [
  { status: "POOR", fromOn: "2016-01-01", toOn: on },
  { status: "EXITED", fromOn: on },
];

type Story = {
  spells: SpellGiven[];
  attribute?: "GENERAL" | "LOW_ALLOWANCE" | "DESTITUTE";
  mainCause?: string;
  /** Yuan per head of 2026; null = not reported yet. */
  income: number | null;
  groupName?: string;
  members?: { name: string; relation: string; sex: "M" | "F"; birthOn: string; politicalStatus?: string }[];
};

export const STORIES: Record<HouseholdName, Story> = {
  dawa: {
    spells: leftPoverty("2018-12-20"),
    income: 16_800,
    members: [
      { name: "德吉曲珍", relation: "SPOUSE", sex: "F", birthOn: "1975-06-01" },
      { name: "嘎玛扎西", relation: "SON", sex: "M", birthOn: "2004-03-18" },
      { name: "仁青拉姆", relation: "MOTHER", sex: "F", birthOn: "1949-02-11" },
    ],
  },
  tashi: {
    spells: leftPoverty("2017-12-15"),
    income: 15_200,
    members: [{ name: "卓玛", relation: "SPOUSE", sex: "F", birthOn: "1971-09-09" }],
  },
  drolma: {
    spells: [
      { status: "POOR", fromOn: "2016-01-01", toOn: "2019-12-10" },
      { status: "EXITED", fromOn: "2019-12-10", toOn: "2025-06-01" },
      { status: "RETURNED", fromOn: "2025-06-01" },
    ],
    attribute: "LOW_ALLOWANCE",
    mainCause: "ILLNESS",
    income: 7_900,
    groupName: "二组",
    members: [{ name: "洛松多吉", relation: "SON", sex: "M", birthOn: "2012-05-20" }],
  },
  gonpo: { spells: leftPoverty("2018-12-20"), income: 13_500, groupName: "二组" },
  lobsang: { spells: leftPoverty("2016-12-28"), income: 17_400 },
  pema: { spells: leftPoverty("2019-12-10"), income: null, mainCause: "LACK_LABOR" },
  nima: {
    spells: [
      { status: "POOR", fromOn: "2016-01-01", toOn: "2018-12-20" },
      { status: "EXITED", fromOn: "2018-12-20", toOn: "2023-02-01" },
      { status: "RETURNED", fromOn: "2023-02-01", toOn: "2026-06-01" },
      { status: "PRE_EXIT", fromOn: "2026-06-01" },
    ],
    attribute: "LOW_ALLOWANCE",
    income: 9_600,
    members: [
      {
        name: "次仁曲措",
        relation: "SPOUSE",
        sex: "F",
        birthOn: "1972-12-12",
        politicalStatus: "PARTY_MEMBER",
      },
    ],
  },
  yeshe: {
    spells: [
      { status: "POOR", fromOn: "2016-01-01", toOn: "2017-05-01" },
      { status: "REMOVED", fromOn: "2017-05-01" },
    ],
    income: null,
  },
  tsering: {
    spells: [
      { status: "POOR", fromOn: "2016-01-01", toOn: "2019-12-10", divisionId: divisions.dongda.id },
      { status: "EXITED", fromOn: "2019-12-10", toOn: "2026-10-20", divisionId: divisions.dongda.id },
      { status: "EXITED", fromOn: "2026-10-20" },
    ],
    income: 18_100,
  },
  sonam: { spells: leftPoverty("2017-12-15"), income: 14_300, mainCause: "SCHOOLING" },
  kelsang: {
    spells: [
      { status: "POOR", fromOn: "2016-01-01", toOn: "2018-12-20" },
      { status: "EXITED", fromOn: "2018-12-20", toOn: "2026-08-31" },
      { status: "DISSOLVED", fromOn: "2026-08-31" },
    ],
    attribute: "DESTITUTE",
    income: null,
  },
  dorje: { spells: leftPoverty("2019-12-10"), income: 12_700 },
};

export type WorldPairing = Omit<PairingGiven, "household" | "helper"> & {
  household: HouseholdName;
  helper: PersonName;
};

export const PAIRINGS: WorldPairing[] = [
  { household: "dawa", helper: "firstSecretary", fromOn: "2025-03-10" },
  { household: "dawa", helper: "leftHelper", fromOn: "2022-05-01", toOn: "2025-03-10", endReason: "ROTATED" },
  { household: "tashi", helper: "firstSecretary", fromOn: "2025-03-10" },
  { household: "drolma", helper: "pairedHelper", fromOn: "2024-06-20" },
  { household: "drolma", helper: "villageCadre", fromOn: "2024-04-01", kind: "PARTY_MEMBER_LINK" },
  {
    household: "gonpo",
    helper: "leftHelper",
    fromOn: "2023-04-01",
    toOn: "2026-09-20",
    endReason: "TRANSFERRED",
  },
  { household: "gonpo", helper: "pairedHelper", fromOn: "2026-10-12" },
  { household: "lobsang", helper: "townshipHelper", fromOn: "2024-03-01" },
  { household: "nima", helper: "townshipHelper", fromOn: "2023-03-01" },
  { household: "nima", helper: "countyLeader", fromOn: "2025-01-01", kind: "LEADER_CONTACT" },
  { household: "tsering", helper: "otherHelper", fromOn: "2025-05-01" },
  { household: "sonam", helper: "otherHelper", fromOn: "2026-11-05" },
  {
    household: "kelsang",
    helper: "lastHelper",
    fromOn: "2024-01-15",
    toOn: "2026-08-31",
    endReason: "HOUSEHOLD_ENDED",
  },
  { household: "dorje", helper: "lastHelper", fromOn: "2024-01-15" },
];

export type WorldVisit = Omit<VisitGiven, "household" | "visitors" | "visitedOn">;
type Trip = readonly [
  household: HouseholdName,
  visitors: PersonName | readonly PersonName[],
  on: string,
  more?: WorldVisit,
];

export const VISITS: Trip[] = [
  // Third quarter
  ["dawa", "firstSecretary", "2026-07-08", { status: "CONFIRMED" }],
  ["dawa", "firstSecretary", "2026-08-12", { status: "CONFIRMED" }],
  ["dawa", "firstSecretary", "2026-09-16", { status: "CONFIRMED" }],
  ["tashi", "firstSecretary", "2026-07-08", { status: "CONFIRMED" }],
  ["tashi", "firstSecretary", "2026-08-12", { status: "CONFIRMED" }],
  ["tashi", "firstSecretary", "2026-09-16"],
  ["drolma", "pairedHelper", "2026-07-03"],
  [
    "drolma",
    "pairedHelper",
    "2026-07-24",
    { situation: "DIFFICULT", topics: ["HEALTH"], note: "看病的费用还没有报销" },
  ],
  ["drolma", "pairedHelper", "2026-09-10"],
  ["drolma", "villageCadre", "2026-07-15"],
  ["drolma", "villageCadre", "2026-08-20"],
  ["drolma", "villageCadre", "2026-08-20", { kind: "CONDOLENCE" }],
  ["gonpo", "leftHelper", "2026-07-20"],
  ["gonpo", "leftHelper", "2026-08-25"],
  ["lobsang", "townshipHelper", "2026-07-07"],
  ["lobsang", "townshipHelper", "2026-08-18", { kind: "PASTURE" }],
  ["lobsang", "townshipHelper", "2026-09-22"],
  ["nima", "townshipHelper", "2026-07-09"],
  ["nima", ["townshipHelper", "countyLeader"], "2026-08-14", { kind: "ROUND" }],
  ["nima", "townshipHelper", "2026-09-17"],
  ["tsering", "otherHelper", "2026-07-10", { countedIn: divisions.dongda.id }],
  ["tsering", "otherHelper", "2026-08-21", { kind: "PHONE", countedIn: divisions.dongda.id }],
  ["tsering", "otherHelper", "2026-09-11", { countedIn: divisions.dongda.id }],
  ["kelsang", "lastHelper", "2026-07-11"],
  ["dorje", "lastHelper", "2026-07-12"],
  ["dorje", "lastHelper", "2026-08-16"],
  ["dorje", "otherHelper", "2026-09-13", { standInReason: "结对干部住院" }],
  // October
  ["dawa", "firstSecretary", "2026-10-14", { status: "CONFIRMED" }],
  ["drolma", "pairedHelper", "2026-10-09"],
  ["drolma", "villageCadre", "2026-10-22"],
  ["gonpo", "pairedHelper", "2026-10-20"],
  ["lobsang", "townshipHelper", "2026-10-13", { kind: "PHONE" }],
  ["nima", "townshipHelper", "2026-10-16"],
  ["tsering", "otherHelper", "2026-10-11", { countedIn: divisions.dongda.id }],
  ["dorje", "lastHelper", "2026-10-06"],
  ["dorje", "lastHelper", "2026-10-25"],
  // November, up to the 25th
  [
    "dawa",
    "firstSecretary",
    "2026-11-18",
    {
      ...{ situation: "CHANGED", topics: ["JOBS", "INCOME"], note: "儿子到县城务工" },
      added: { on: "2026-11-20", words: "后来问清楚了，月工资三千二", account: accounts.firstSecretary },
    },
  ],
  ["drolma", "pairedHelper", "2026-11-05"],
  ["drolma", "pairedHelper", "2026-11-19"],
  ["gonpo", "pairedHelper", "2026-11-05"],
  ["lobsang", "townshipHelper", "2026-11-10"],
  ["nima", "townshipHelper", "2026-11-12", { status: "RETURNED" }],
  ["tsering", "otherHelper", "2026-11-20"],
  ["sonam", "otherHelper", "2026-11-08"],
  ["dorje", "lastHelper", "2026-11-15", { status: "WITHDRAWN" }],
];
