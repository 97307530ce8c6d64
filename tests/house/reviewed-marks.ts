// Of the functions with their owner's rights (reviewed.ts) those that leave marks for the roll-ups: triggers all of them.

type Callers = "nobody" | "triggers" | "app_rw" | "app_job" | "both";
export type Reviewed = { callers: Callers; why: string };

export const asks = (callers: Callers, why: string): Reviewed => ({ callers, why });

export const MARKING_FUNCTIONS: Record<string, Reviewed> = {
  "sec.quality_since()": asks(
    "both",
    "the day on which files began to be looked over, one for the whole prefecture: else a place without doubts would seem never to have been checked",
  ),
  "sec.member_links(uuid,date)": asks(
    "both",
    "of a person whose key the asker holds: how many households are linked to him, also out of reach, and when the last link ended; names no household",
  ),
  "sec.helpers_gone(date)": asks(
    "app_rw",
    "of pairings within reach: whether the helper is gone, by one word and a day; rosters, accounts, teams and lives elsewhere say so",
  ),
  "mark_member_links()": asks("triggers", "the same, when a household is linked to a Party member"),
  "mark_member_flags()": asks("triggers", "the same, when a member is marked as incapable or away"),
  "mark_members_full()": asks("triggers", "the same, when a member becomes a full one"),
  "mark_probation()": asks("triggers", "the same everywhere, when probationary members count or not"),
  "mark_needs()": asks("triggers", "the same, when a need is raised"),
  "mark_needs_moved()": asks("triggers", "the same, when a step moves it"),
  "mark_sample_findings()": asks("triggers", "the same, when a sample check is closed"),
  "mark_holdings()": asks("triggers", "the same, when a member takes on a duty or ends it"),
  "mark_flags()": asks("triggers", "the same, when a member is marked as away, disabled or frail"),
  "mark_full_members()": asks("triggers", "the same, when a member is confirmed"),
  "mark_posted_members()": asks("triggers", "the same at the roster of whoever takes or leaves a post"),
  "mark_pledges()": asks("triggers", "the same, when a pledge is made or judged"),
  "sec.posted_members(date)": asks(
    "both",
    "ids of members who hold a post, also beyond one's reach: a number must be the same for everybody; which post, is not said",
  ),
  "mark_sample_missed()": asks("triggers", "the same, for families that the registry missed"),
  "sec.my_checks()": asks(
    "both",
    "in which checks the asker is named as a checker: the policies of their rows ask it",
  ),
  "sec.checkers_for(integer)": asks(
    "app_rw",
    "names and seats of accounts at a place within reach, to name as checkers; village and helper are told so that they can be refused",
  ),
  "sec.my_service_cases()": asks(
    "both",
    "in which cases of one-stop service a part was handed to the asker: the policies of their rows ask it",
  ),
  "sec.public_case(text)": asks(
    "app_rw",
    "the state of one case by the code of its slip: whitelisted, nothing of the person",
  ),
  "sec.rate_case(text,text)": asks(
    "app_rw",
    "one word of a citizen about an ended case, once, by the code of its slip",
  ),
  "mark_service_cases()": asks(
    "triggers",
    "the same, when a case of one-stop service ends or its due day moves",
  ),
  "mark_service_windows()": asks("triggers", "the same, when a window opens or closes"),
  "mark_relocations()": asks("triggers", "the same, when a family moves"),
  "mark_relocation_checks()": asks("triggers", "the same, when somebody looks who lives there"),
  "mark_populations()": asks("triggers", "the same, when a village tells its population"),
  "mark_population_year()": asks(
    "triggers",
    "the same everywhere, when another year's population is the base",
  ),
  "mark_sizes()": asks("triggers", "the same, when a household grows or shrinks"),
  "mark_doubts()": asks("triggers", "the same, when a doubt is found, goes or is confirmed"),
  "sec.quality_waits(integer)": asks(
    "app_rw",
    "is anything of this place still to be looked over: yes or no; the marks themselves are the job's alone",
  ),
  "sec.quality_persons(uuid[])": asks(
    "app_job",
    "sex, birth and home of those whose files are looked over; the job reads no person otherwise",
  ),
  "sec.mark_quality()": asks(
    "triggers",
    "which household has to be looked over anew, which nobody writes himself",
  ),
  "sec.mark_quality_of_households()": asks(
    "triggers",
    "the same for a file that moves or changes its status",
  ),
  "sec.mark_quality_of_persons()": asks("triggers", "the same for whose sex or birth is corrected"),
  "sec.mark_quality_of_all()": asks("triggers", "all of them, when a line or the year changes"),
  "sec.watch_these(uuid[])": asks(
    "nobody",
    "of some families those that are out of poverty are marked for the watch list; the triggers below call it",
  ),
  "sec.mark_watch()": asks("triggers", "the same, when the data checks have looked a family over"),
  "sec.mark_watch_of_checks()": asks("triggers", "the same, when somebody looks who lives there"),
  "sec.mark_watch_of_last_year()": asks("triggers", "the same, when last year's income is corrected"),
  "sec.watch_opens_again()": asks(
    "triggers",
    "a visit that is taken back closes nothing: who takes it back need not be who closed",
  ),
  "sec.hand_need(uuid,integer,integer)": asks(
    "app_rw",
    "moves one need of a leaver to an heir, or back to its level, for whoever looks after the leaver's account",
  ),
  "sec.needs_like(text)": asks(
    "app_rw",
    "ids of needs within reach whose words hold what was asked: a policy would have every need read first",
  ),
  "sec.look_at_visitors()": asks(
    "triggers",
    "whose visits are to be held against each other, which nobody writes himself",
  ),
  "sec.look_at_photos()": asks("triggers", "the same, when a photo is added or taken away"),
  "sec.look_at_leave()": asks("triggers", "the same for whoever was on leave"),
  "mark_attendees()": asks("triggers", "marks roll-ups of every place where one who was there is counted"),
  "mark_trainings()": asks("triggers", "the same, when a training is corrected or withdrawn"),
  "mark_cadres()": asks("triggers", "the same, when somebody takes or leaves a post"),
  "mark_memberships()": asks("triggers", "the same, when a member comes into a roster or leaves it"),
  "mark_member_groups()": asks("triggers", "the same, when a member herds no more, or does from now on"),
  "mark_org_life()": asks("triggers", "the same, when a Party organization closes"),
  "mark_quotas()": asks("triggers", "the same, when the places of a post change"),
  "mark_tags()": asks("triggers", "the same, when a holder is assessed"),
  "mark_tenures()": asks("triggers", "the same, when somebody takes or leaves a post"),
  "mark_pairings()": asks("triggers", "marks roll-ups whose rows the writer may not touch"),
  "mark_rules()": asks("triggers", "the same, when a rule changes"),
  "mark_closed_orgs()": asks("triggers", "the same, of terms whose organization is closed"),
  "mark_terms()": asks("triggers", "the same, for terms of office"),
  "mark_weak_orgs()": asks("triggers", "the same, for the list of weak organizations"),
  "mark_spells()": asks("triggers", "the same, when a household moves or changes its state"),
  "mark_visits()": asks("triggers", "the same, for visits"),
  "indicator_counted_otherwise()": asks(
    "triggers",
    "a version that counts otherwise: drops the roll-ups of that indicator from its first day on",
  ),
  "sec.month_is_open(date)": asks(
    "app_rw",
    "is a month closed, or one after it: yes or no; known to everybody",
  ),
  "mark_affiliations()": asks("triggers", "the same, when an organization gets another leading one"),
  "mark_industry_links()": asks("triggers", "the same, when an entity takes a household along or no longer"),
  "mark_industry_party()": asks("triggers", "the same, when an entity gets another Party coverage"),
  "mark_industry_spells()": asks("triggers", "the same, when an entity is another from a day on"),
  "mark_orgs_changed()": asks(
    "triggers",
    "the same, when an organization on the chain, or one that leads such, changes",
  ),
  "mark_orgs_gone()": asks("triggers", "the same, when one is removed"),
  "mark_orgs_opened()": asks("triggers", "the same, when one is founded"),
  "mark_talent()": asks("triggers", "the same, for talent and the places of demands"),
  "mark_secondments()": asks("triggers", "the same, for secondments"),
  "mark_secondment_checks()": asks("triggers", "the same, for checks of secondments"),
};
