/**
 * Which facts of a household file are doubtful (疑点; domain.md §2.11), each as a small declaration: its code, how grave it is, and when
 * it strikes. An error keeps a village from handing its year in; a warning needs a note by name, so that a true oddity (a monk who lives
 * away, brothers with one wife) is confirmed and never falsified.
 * The columns are those of inside/record.ts: h = the household's open year with its sums, m = one member of it.
 */
import { type Fragment, sql } from "#lib/platform/sql.ts";

export const SEVERITIES = ["ERROR", "WARN"] as const;
export type Severity = (typeof SEVERITIES)[number];
type Declared = { severity: Severity; of: "household" | "member"; when: Fragment; detail?: Fragment };

const household = (severity: Severity, when: Fragment, detail?: Fragment): Declared => ({
  ...{ severity, of: "household", when },
  ...(detail ? { detail } : {}),
});
const member = (severity: Severity, when: Fragment, detail?: Fragment): Declared => ({
  ...{ severity, of: "member", when },
  ...(detail ? { detail } : {}),
});

/** In fen: a family of herders may well live above it, but it is looked at twice. */
const MUCH_PER_HEAD = sql`10000000`;
/** Farmland above 50 亩 a head, in hundredths; a road further than 50 km away, in hundredths. Wide, for Tibet. */
const MUCH_LAND = sql`5000`;
const FAR_ROAD = sql`5000`;

export const RULES = {
  // Who belongs to it. That there is one head at most is kept by the database itself.
  empty: household("ERROR", sql`h.members = 0`),
  noHead: household("ERROR", sql`h.members > 0 and h.heads = 0`),
  severalSpouses: household("WARN", sql`h.spouses > 1`, sql`h.spouses::text`),
  sameSexSpouse: household("WARN", sql`h.heads = 1 and h.spouses = 1 and h.head_sex = h.spouse_sex`),
  // Why it is poor.
  noCause: household("ERROR", sql`h.main_cause is null`),
  causeTwice: household("ERROR", sql`h.main_cause = any (h.other_causes)`, sql`h.main_cause`),
  illnessNobodyIll: household(
    "WARN",
    sql`h.main_cause = 'ILLNESS' and h.members > 0 and h.ill + h.disabled + h.health_open = 0`,
  ),
  disabilityNobody: household(
    "WARN",
    sql`h.main_cause = 'DISABILITY' and h.members > 0 and h.disabled + h.health_open = 0`,
  ),
  schoolingNoStudent: household("WARN", sql`h.main_cause = 'SCHOOLING' and h.members > 0 and h.students = 0`),
  // What it receives and earns.
  allowanceNobody: household(
    "WARN",
    sql`h.attribute = 'LOW_ALLOWANCE' and h.members > 0 and h.on_allowance + h.allowance_open = 0`,
  ),
  generalOnAllowance: household(
    "WARN",
    sql`h.attribute = 'GENERAL' and h.on_allowance > 0`,
    sql`h.on_allowance::text`,
  ),
  allowanceAndSupport: household("WARN", sql`h.allowance_fen > 0 and h.support_fen > 0`),
  destituteWithLabor: household("WARN", sql`h.attribute = 'DESTITUTE' and h.able > 0`, sql`h.able::text`),
  businessWithoutCost: household("WARN", sql`h.business_fen > 0 and coalesce(h.cost_fen, 0) = 0`),
  incomeOdd: household(
    "WARN",
    sql`h.income_per_head_fen <= 0 or h.income_per_head_fen > ${MUCH_PER_HEAD}`,
    sql`(h.income_per_head_fen / 100)::text`,
  ),
  wageNobodyWorks: household(
    "WARN",
    sql`h.wage_fen > 0 and h.members > 0 and h.working + h.on_post + h.work_open = 0`,
  ),
  workWithoutWage: household(
    "WARN",
    sql`h.working > 0 and h.told_income and coalesce(h.wage_fen, 0) = 0`,
    sql`h.working::text`,
  ),
  // What it has.
  muchLand: household(
    "WARN",
    sql`h.members > 0 and h.farmland_mu100 > ${MUCH_LAND} * h.members`,
    sql`(h.farmland_mu100 / 100)::text`,
  ),
  farFromRoad: household("WARN", sql`h.road_km100 > ${FAR_ROAD}`, sql`(h.road_km100 / 100)::text`),
  // Who helps it.
  noHelper: household("WARN", sql`not h.helped`),
  helperIsPoor: household("ERROR", sql`h.helper_poor`),
  // It is out of poverty, but.
  exitedBelowLine: household(
    "WARN",
    sql`h.status = 'EXITED' and h.income_per_head_fen < h.line_fen`,
    sql`(h.income_per_head_fen / 100)::text`,
  ),
  exitedUnsafeHouse: household(
    "WARN",
    sql`h.status = 'EXITED' and h.housing_grade in ('C', 'D')`,
    sql`h.housing_grade`,
  ),
  exitedNoSafeWater: household("WARN", sql`h.status = 'EXITED' and h.water_safe = false`),
  exitedDropout: household("WARN", sql`h.status = 'EXITED' and h.dropouts > 0`, sql`h.dropouts::text`),
  exitedIllUninsured: household(
    "WARN",
    sql`h.status = 'EXITED' and h.ill_uninsured > 0`,
    sql`h.ill_uninsured::text`,
  ),
  // Of one member.
  relationSex: member("ERROR", sql`m.relation_sex <> m.sex`, sql`m.relation`),
  bornOdd: member("ERROR", sql`m.born < 1900 or m.born > m.year`, sql`m.born::text`),
  educationTwice: member(
    "WARN",
    sql`m.at_school and m.education is not null and m.education <> 'PRESCHOOL_AGE'`,
    sql`m.education`,
  ),
  educationOpen: member("WARN", sql`m.school_status is null and m.education is null and m.age >= 6`),
  schoolOpen: member(
    "WARN",
    sql`m.age between 6 and 23 and m.school_status is null and m.education is not null`,
    sql`m.age::text`,
  ),
  seniorTooYoung: member(
    "WARN",
    sql`m.age <= 14 and m.school_status ~ '^(SENIOR|VOCATIONAL|COLLEGE|TECHNICIAN|BACHELOR)'`,
    sql`m.age::text`,
  ),
  primaryTooOld: member("WARN", sql`m.age >= 20 and m.school_status = 'PRIMARY'`, sql`m.age::text`),
  sameGrade: member(
    "WARN",
    sql`m.school_status ~ '_[1-9]$' and m.school_status = m.school_before and m.school_status = m.school_two_before`,
    sql`m.school_status`,
  ),
  dropoutNoReason: member(
    "WARN",
    sql`m.age between 6 and 15 and m.school_status = 'NOT_IN_SCHOOL' and m.dropout_reason is null`,
    sql`m.age::text`,
  ),
  laborOpen: member("WARN", sql`m.age between 16 and 65 and m.labor is null`, sql`m.age::text`),
  healthyNoLabor: member(
    "WARN",
    sql`m.age between 16 and 60 and m.health = 'HEALTHY' and not m.at_school and m.labor in ('LOST', 'NONE')`,
    sql`m.age::text`,
  ),
  noLaborButWorks: member(
    "WARN",
    sql`m.labor in ('LOST', 'NONE') and m.work_months > 0`,
    sql`m.work_months::text`,
  ),
  placeWithoutMonths: member("WARN", sql`m.work_place is not null and coalesce(m.work_months, 0) = 0`),
  monthsWithoutPlace: member(
    "WARN",
    sql`m.work_months > 0 and m.work_place is null`,
    sql`m.work_months::text`,
  ),
  oldOnPost: member("WARN", sql`m.age >= 70 and m.public_post is not null`, sql`m.age::text`),
  insuredTwice: member("WARN", sql`m.resident_medical and m.employee_medical`),
} as const satisfies Record<string, Declared>;

export type RuleCode = keyof typeof RULES;
export const RULE_CODES = Object.keys(RULES) as RuleCode[];
export const isRule = (code: string): code is RuleCode => code in RULES;
