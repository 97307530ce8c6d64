/**
 * The facts that indicators count: set-returning functions of the database with a fixed contract
 * (division_id, then the case's own key, then named columns). Stock = states on the period's last day; flow = deeds within it.
 */
import { countedTo, firstDay, lastDay, monthsOf, type Period } from "#lib/base/period.ts";
import { type Fragment, sql } from "#lib/platform/sql.ts";

/** The columns by which a declaration may count; a column that a fact lacks does not compile. */
export type Facts = {
  /** Stock: active households of the day (未脱贫、预脱贫、返贫，及政策期内的脱贫户). */
  households: { status: string; paired: boolean };
  /** Flow: pairings that hold for the whole period, with the visit days owed and made. */
  duties: { helper_kind: string; required: number; done: number };
  /** From January on: organizations on the year's list of weak ones, and whether a level above accepted them as put right. */
  weakOrgs: { rectified: boolean };
  /** From January on: terms of Party organizations that were due, and whether the election came by then. */
  terms: { timely: boolean };
  /** Stock: villages of the day whose posts are set up, with the places of their team and how many are held. */
  teams: { complete: boolean; places: number; filled: number };
  /** The secretaries' posts of villages: days without a secretary in the period, and who holds it on its last day. */
  secretaries: { days: number; held: boolean; enterprising: boolean };
  /** Stock: entities of the industry chain that operate; one whose full members nobody told has no number of them. */
  entities: { covered: boolean; own: boolean; full_members: number };
  /** Stock: Party organizations on the industry chain, and whether they are led as the rule of affiliation demands. */
  entityOrgs: { resolved: boolean };
  /** Stock: active households, and whether an entity that a Party organization covers takes them along. */
  ledHouseholds: { led: boolean };
  /** Who is on the roster of cadres on the day, with the trainings since the year began. */
  cadres: Trained & { village: boolean };
  /** The same of farmer-herder Party members. */
  herderMembers: Trained;
  /** Stock: Party members who are able to have a household linked to them. */
  memberLinks: { linked: boolean };
  /** Stock: talent that serves on the day. */
  talents: { channel: string; kind: string; stream: string };
  /** Stock: each place of the demands that are listed on the day. */
  places: { kind: string; filled: boolean };
  /** Secondments that began in the year up to the day, or run on it; checked within the period. */
  secondments: { begun: boolean; running: boolean; checked: boolean; on_post: boolean };
  /** Stock: villages whose population is told, with the members of their poor households. */
  populations: { poor: number; population: number };
  /** Stock: files that are kept up, since they are looked over: records (the household and its members) and open doubts. */
  dataChecks: { records: number; doubts: number };
  /** Stock: families that have moved, and what the last check found. */
  relocations: { checked: boolean; living: boolean };
  /** Families that have moved by the period's end, and whether somebody came to them within it. */
  outreach: { reached: boolean };
  /** Stock: able members of the farmers and herders without a post, and whether a duty of their branch is theirs. */
  memberDuties: { assigned: boolean };
  /** Flow: pledges that fell due within the period, and whether they were kept by its end. */
  pledges: { kept: boolean };
  /** From January on: what closed sample checks found, a missed family being a case of its own. */
  sampleFindings: { kind: string; sound: boolean; answered: boolean; satisfied: boolean };
  /** Flow: needs whose first limit ended within the period. */
  needs: { resolved: boolean };
  /** Flow: cases of one-stop service closed in the period, and whether the citizen came once at most. */
  serviceClosed: { once: boolean };
  /** Flow: cases whose limit came to its end in the period. */
  serviceDue: { in_time: boolean };
  /** Stock: townships and villages, and whether a window of their own works on the day. */
  serviceWindows: { working: boolean };
};
/** Hours in tenths, so that they add up in whole numbers. */
type Trained = { trained: boolean; course: boolean; study_tour: boolean; on_site: boolean; tenths: number };
export type FactName = keyof Facts;
/** Facts whose cases are households or belong to one; the cases of the others are organizations, posts and places, or people. */
export type HouseholdFact =
  | "households"
  | "duties"
  | "ledHouseholds"
  | "dataChecks"
  | "relocations"
  | "outreach";
export const ofHouseholds = (fact: FactName): fact is HouseholdFact => CASE_OF[fact] === "household";

/** What a case is about: what stands in the rows behind a number. */
export const CASE_OF = {
  households: "household",
  duties: "household",
  entities: "entity",
  entityOrgs: "entityOrg",
  ledHouseholds: "household",
  teams: "post",
  secretaries: "post",
  cadres: "person",
  herderMembers: "person",
  memberLinks: "person",
  weakOrgs: "partyOrg",
  terms: "partyOrg",
  talents: "subject",
  places: "subject",
  secondments: "subject",
  populations: "village",
  dataChecks: "household",
  relocations: "household",
  outreach: "household",
  memberDuties: "subject",
  pledges: "subject",
  sampleFindings: "subject",
  needs: "subject",
  serviceClosed: "subject",
  serviceDue: "subject",
  serviceWindows: "subject",
} as const satisfies Record<FactName, string>;

/** Facts whose rows are told by columns of their own: case_id, subject_id, name and detail. */
export type SubjectFact = {
  [Fact in FactName]: (typeof CASE_OF)[Fact] extends "subject" ? Fact : never;
}[FactName];
export const ofSubjects = (fact: FactName): fact is SubjectFact => CASE_OF[fact] === "subject";

/**
 * The days of a period as of today: an open period is read as it stands now. What is owed in it is owed by the months that have
 * ended; in its first month, by that month. So a quarter read in its second month asks for one month's visits, not for three.
 */
export type Span = { first: string; asOf: string; owedTo: string };
export function spanOf(period: Period, today: string): Span {
  const ended = monthsOf(period).filter((month) => lastDay(month) <= today);
  const owedTo = lastDay(ended.at(-1) ?? monthsOf(period)[0] ?? period);
  return { first: firstDay(period), asOf: countedTo(period, today), owedTo };
}

export function factRows(fact: FactName, { first, asOf, owedTo }: Span): Fragment {
  switch (fact) {
    case "households":
      return sql`fact_households(${asOf}::date)`;
    case "duties":
      return sql`fact_duties(${first}::date, ${asOf}::date, ${owedTo}::date)`;
    case "weakOrgs":
      return sql`fact_weak_orgs(${asOf}::date)`;
    case "terms":
      return sql`fact_terms(${asOf}::date)`;
    case "teams":
      return sql`fact_teams(${asOf}::date)`;
    case "secretaries":
      return sql`fact_secretaries(${first}::date, ${asOf}::date)`;
    case "entities":
      return sql`fact_entities(${asOf}::date)`;
    case "entityOrgs":
      return sql`fact_entity_orgs(${asOf}::date)`;
    case "ledHouseholds":
      return sql`fact_led_households(${asOf}::date)`;
    case "cadres":
      return sql`fact_cadres(${yearOf(first)}::date, ${asOf}::date)`;
    case "herderMembers":
      return sql`fact_herder_members(${yearOf(first)}::date, ${asOf}::date)`;
    case "memberLinks":
      return sql`fact_member_links(${asOf}::date)`;
    case "talents":
      return sql`fact_talents(${asOf}::date)`;
    case "places":
      return sql`fact_talent_places(${asOf}::date)`;
    case "secondments":
      return sql`fact_secondments(${first}::date, ${asOf}::date)`;
    case "populations":
      return sql`fact_populations(${asOf}::date)`;
    case "dataChecks":
      return sql`fact_data_checks(${asOf}::date)`;
    case "outreach":
      return sql`fact_outreach(${first}::date, ${asOf}::date)`;
    case "relocations":
      return sql`fact_relocations(${asOf}::date)`;
    case "memberDuties":
      return sql`fact_member_duties(${asOf}::date)`;
    case "pledges":
      return sql`fact_pledges(${first}::date, ${asOf}::date)`;
    case "sampleFindings":
      return sql`fact_sample_findings(${asOf}::date)`;
    case "needs":
      return sql`fact_needs(${first}::date, ${asOf}::date)`;
    case "serviceClosed":
      return sql`fact_service_closed(${first}::date, ${asOf}::date)`;
    case "serviceDue":
      return sql`fact_service_due(${first}::date, ${asOf}::date)`;
    case "serviceWindows":
      return sql`fact_service_windows(${asOf}::date)`;
  }
}

/** Training is owed once a year: a month or a quarter shows the year so far. */
const yearOf = (day: string) => `${day.slice(0, 4)}-01-01`;

/**
 * Since when a missing case (alias f) waits: the last visit of this helper, or their pairing; the end of the household's last pairing
 * or last link; the day a term was due; the day weakness was found; how long an entity or its organization has been as it is; since when a team or post has been short without a break.
 * A doubt waits since it was found, a family that lives elsewhere since the check that said so. Who was not trained waits since his last training of an earlier year, who has no household since the last link ended. Null = it never had what is missing, or is short no more.
 */
export function waitingSince(fact: FactName, { asOf }: Span): Fragment {
  switch (fact) {
    case "households":
      return sql`(select max(p.to_on) from pairing p where p.household_id = f.household_id and p.to_on <= ${asOf}::date)`;
    case "duties":
      return sql`coalesce((select max(v.visited_on) from visit_visitor v where v.household_id = f.household_id and v.person_id = f.helper_id and v.counts and v.visited_on <= ${asOf}::date),
        (select p.from_on from pairing p where p.id = f.pairing_id))`;
    case "weakOrgs":
      return sql`f.found_on`;
    case "terms":
      return sql`f.due_on`;
    case "teams":
    case "secretaries":
    case "cadres":
    case "herderMembers":
    case "memberLinks":
    case "populations":
    case "dataChecks":
    case "relocations":
    case "outreach":
      return sql`f.since`;
    case "entities":
    case "entityOrgs":
      return sql`f.waits_since`;
    case "ledHouseholds":
      return sql`(select max(l.to_on) from industry_link l where l.household_id = f.household_id and l.to_on <= ${asOf}::date)`;
    case "talents":
      return sql`null::date`;
    case "places":
    case "secondments":
    case "memberDuties":
    case "pledges":
    case "sampleFindings":
    case "needs":
    case "serviceClosed":
    case "serviceDue":
    case "serviceWindows":
      return sql`f.waiting_since`;
  }
}

/** Which facts a mark of the database makes stale (triggers of migrations 0003, 0155, 0188, 0230 and 0311). */
export const STALE_BY_MARK: Record<string, readonly FactName[]> = {
  households: [
    "households",
    "duties",
    "ledHouseholds",
    "populations",
    "dataChecks",
    "relocations",
    "outreach",
  ],
  duties: ["duties", "outreach"],
  rules: ["duties"],
  talents: ["talents"],
  places: ["places"],
  secondments: ["secondments"],
  weakOrgs: ["weakOrgs"],
  terms: ["terms"],
  posts: ["teams", "secretaries", "cadres"],
  cadres: ["cadres"],
  members: ["herderMembers", "memberDuties", "memberLinks"],
  memberDuties: ["memberDuties"],
  pledges: ["pledges"],
  links: ["memberLinks"],
  probation: ["memberLinks"],
  trainings: ["cadres", "herderMembers"],
  industry: ["entities", "entityOrgs", "ledHouseholds"],
  populations: ["populations"],
  populationYear: ["populations"],
  sizes: ["populations", "dataChecks"],
  doubts: ["dataChecks"],
  doubtsBegin: ["dataChecks"],
  relocations: ["relocations", "outreach"],
  sampleFindings: ["sampleFindings"],
  needs: ["needs"],
  serviceCases: ["serviceClosed", "serviceDue"],
  serviceWindows: ["serviceWindows"],
  tree: [
    ...(["households", "duties", "teams", "secretaries", "cadres", "herderMembers", "memberLinks"] as const),
    ...(["entities", "entityOrgs", "ledHouseholds", "weakOrgs", "terms"] as const),
    ...(["talents", "places", "secondments", "populations", "dataChecks", "relocations"] as const),
    ...(["sampleFindings", "needs", "serviceClosed", "serviceDue", "serviceWindows"] as const),
    ...(["memberDuties", "pledges", "outreach"] as const),
  ],
};
