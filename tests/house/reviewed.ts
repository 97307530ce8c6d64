// The functions with their owner's rights that a person has looked at and let stand, each with its reason: a new one fails until it is written here.
import { asks, MARKING_FUNCTIONS, type Reviewed } from "./reviewed-marks.ts";
import { NEED_FUNCTIONS } from "./reviewed-needs.ts";
import { PHONE_FUNCTIONS } from "./reviewed-phones.ts";
import { REGISTRY_FUNCTIONS } from "./reviewed-registry.ts";

/** Functions with their owner's rights: who calls them, and why they cannot do without. */
export const DEFINER_FUNCTIONS: Record<string, Reviewed> = {
  ...MARKING_FUNCTIONS,
  ...REGISTRY_FUNCTIONS,
  "team_day_within()": asks(
    "triggers",
    "a day lies within the member's time in the team: looks at that one member",
  ),
  ...NEED_FUNCTIONS,
  ...PHONE_FUNCTIONS,
  "trace_import()": asks("triggers", "an import's writer may not forge what the import is taken back by"),
  "sec.status_by_procedure()": asks("triggers", "a status moves with its case: looks at all cases"),
  "sec.spells_follow_status()": asks("triggers", "the running spell says what the household says"),
  "sec.year_follows_status()": asks("triggers", "the row of the open year says what the household says"),
  "sec.year_status_kept()": asks("triggers", "the same, when a row of a year is changed"),
  "sec.public_notice(text)": asks(
    "app_rw",
    "a list that hangs in public: whitelisted, masked, while it hangs",
  ),
  "sec.used_besides(uuid,text,uuid[])": asks("nobody", "a part of the two below: what else refers to a row"),
  "sec.take_back_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which rows changed since, or are used out of reach; says so by kind only",
  ),
  "sec.take_back(uuid)": asks(
    "app_rw",
    "removes rows that one's own import made, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "sec.orgs_used(integer[])": asks(
    "nobody",
    "a part of the two below: what else refers to a Party organization",
  ),
  "sec.take_back_orgs_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which organizations changed since, or are used out of reach; says so by kind only",
  ),
  "sec.take_back_orgs(uuid)": asks(
    "app_rw",
    "removes organizations that one's own import founded, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "sec.member_facts_follow()": asks(
    "triggers",
    "a roster's row bears the name that the person's own row bears, also where the roster lies out of the mender's reach",
  ),
  "sec.member_places()": asks(
    "triggers",
    "where a member stood is told to his row and to his marks, which nobody writes himself",
  ),
  "sec.member_whole()": asks(
    "triggers",
    "looks at a member and his spells at the end of a deed, also at spells out of reach",
  ),
  "sec.transfer_member(uuid,integer,date)": asks(
    "app_rw",
    "puts a member whom one reaches into the roster of any open organization, also one out of reach; checks reach and days itself",
  ),
  "sec.org_rosters(integer[],date)": asks(
    "app_rw",
    "numbers of members of an organization, of a line that everybody may see: no names",
  ),
  "sec.members_in_post(date)": asks(
    "app_rw",
    "ids of members who hold a post on a day, wherever it is: a member is without a post for everybody or for nobody",
  ),
  "sec.is_party_member(uuid)": asks("app_rw", "does a person stand in some roster: yes or no"),
  "sec.members_used(uuid[])": asks("nobody", "a part of the two below: what else refers to a member"),
  "sec.take_back_members_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which members changed since, or are used out of reach; says so by kind only",
  ),
  "sec.take_back_members(uuid)": asks(
    "app_rw",
    "removes members whom one's own import enrolled, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "sec.accounts_used(integer[])": asks("nobody", "a part of the two below: what else refers to an account"),
  "sec.take_back_accounts_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which accounts were used or changed since, also out of reach; says so by kind only",
  ),
  "sec.take_back_accounts(uuid)": asks(
    "app_rw",
    "removes accounts that one's own import made and nobody used, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "sec.trained_at(uuid)": asks("nobody", "a part of the marks: where somebody is, or was, on a roster"),
  "sec.main_tenure(uuid,date)": asks(
    "both",
    "by which of his posts somebody is counted, also where the others are out of sight: a person is one case in every sum",
  ),
  "sec.trained(uuid,date,date)": asks(
    "both",
    "of a person whose key the asker holds: how often and how long he was trained, also elsewhere; names no training",
  ),
  "sec.take_back_trainings_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which trainings, or lists of who was there, changed since; says so by kind only",
  ),
  "sec.take_back_trainings(uuid)": asks(
    "app_rw",
    "removes trainings that one's own import recorded, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "sec.take_back_incomes_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which households' income changed since, or stands in a frozen year; says so by kind only",
  ),
  "sec.take_back_incomes(uuid)": asks(
    "app_rw",
    "puts the income that one's own import wrote back as it was, with the figure reported before; checks owner, days, reach and freeze itself",
  ),
  "sec.take_back_measures_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which measures changed since; says so by kind only",
  ),
  "sec.take_back_measures(uuid)": asks(
    "app_rw",
    "removes measures that one's own import recorded, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "sec.codes_open(integer[])": asks(
    "app_rw",
    "until when a code of an account in reach is good: codes themselves are never read back",
  ),
  "sec.void_codes(integer[])": asks(
    "app_rw",
    "a slip printed anew makes the older one void; only of accounts whose roles the asker gives",
  ),
  "sec.post_within_quota()": asks(
    "triggers",
    "no more tenures than places on any day: counts all of a post, whoever writes, and lets writers of one post follow each other",
  ),
  "sec.mark_entities(uuid[],date,date)": asks(
    "nobody",
    "a part of the marks: where entities and their households are",
  ),
  "sec.industry_entity_kept()": asks(
    "triggers",
    "keeps what an entity was on a day, which nobody writes otherwise",
  ),
  "sec.industry_village_kept()": asks("triggers", "the same, when its villages change"),
  "sec.keep_industry_spell(uuid)": asks("nobody", "a part of the two above"),
  "sec.entities_used(uuid[])": asks("nobody", "a part of the two below: what else refers to an entity"),
  "sec.take_back_industry_plan(uuid)": asks(
    "app_rw",
    "asks of one's own import which entities changed since, or are used out of reach; says so by kind only",
  ),
  "sec.take_back_industry(uuid)": asks(
    "app_rw",
    "removes entities that one's own import registered, which nobody may otherwise; checks owner, days and reach itself",
  ),
  "talent_places_hold()": asks(
    "triggers",
    "no more places filled than wanted, also where a talent of a demand is out of the writer's reach",
  ),
  "sec.account_id()": asks("both", "looks the session up by the digest of its token"),
  "sec.person_id()": asks("both", "from the session"),
  "sec.sees_all()": asks("both", "from the session's grants"),
  "sec.reach()": asks("both", "from the session's grants and the tree of today"),
  "sec.my_households()": asks("both", "from the session's pairings of today"),
  "sec.my_imports()": asks("both", "from the session: the imports it started"),
  "sec.grant_preview(integer)": asks(
    "app_rw",
    "counts what a role would open, for an administrator of the place who may hold no register himself",
  ),
  "sec.lend(integer,integer,integer[],date,date,text)": asks(
    "app_rw",
    "lends grants to a colleague whose account the asker may not see; checks giver, grants and days itself",
  ),
  "sec.lenders()": asks("app_rw", "from the session: for whom the asker stands in now"),
  "sec.my_lendings()": asks(
    "app_rw",
    "from the session: what the asker lent, so that he sees which rights it was",
  ),
  "sec.end_delegations(uuid[],text)": asks("nobody", "a part of the two below"),
  "sec.end_delegation(uuid)": asks("app_rw", "ends what was lent, by either side; checks the asker itself"),
  "sec.lent_ends()": asks("triggers", "a lent grant ends with its source, whoever ends that"),
  "sec.delegations_end()": asks("triggers", "and with the account on either side"),
  "sec.colleagues(text,integer)": asks(
    "app_rw",
    "names of colleagues of the own county, to choose who stands in; by the beginning of a name only",
  ),
  "sec.held_by(integer)": asks(
    "app_rw",
    "tells whoever looks after an account what is open in its name, of which the asker may see nothing else",
  ),
  "sec.may_inherit(integer)": asks(
    "nobody",
    "a part of the two below: an account that is in use and looked after",
  ),
  "sec.hand_import(uuid,integer,integer)": asks(
    "app_rw",
    "gives a leaver's import to another account; only its owner may touch it otherwise; checks both accounts itself",
  ),
  "sec.hand_visit(uuid,integer,integer)": asks(
    "app_rw",
    "lets a leaver's returned visit wait for another account; what it says and who wrote it down stay; checks both accounts itself",
  ),
  "sec.lay_import_aside(uuid,integer)": asks("app_rw", "the same, when nobody may take it"),
  "sec.close_exports(integer)": asks(
    "app_rw",
    "refuses a leaver's open requests, which the asker may not see; checks the account itself",
  ),
  "sec.hand_tree_change(uuid,integer,integer)": asks(
    "app_rw",
    "gives a dated change of the trees to another account; checks both accounts itself",
  ),
  "sec.usernames_like(text[])": asks(
    "app_rw",
    "which account names are taken, also out of sight, for an administrator who makes a list of accounts",
  ),
  "sec.make_reach()": asks("app_rw", "from the grants that make accounts"),
  "sec.grant_reach()": asks("app_rw", "from the grants that give roles"),
  "sec.guard_officers()": asks(
    "triggers",
    "nobody holds two of the three offices, also where the giver sees only one",
  ),
  "sec.keeps_factor(integer)": asks(
    "app_rw",
    "asks of an account whether the asker gives its roles; in policies",
  ),
  "sec.factor_state(integer)": asks(
    "app_rw",
    "between password and session: the sealed secret, which nobody may select",
  ),
  "sec.factor_begin(integer,bytea)": asks("app_rw", "the same: keeps a sealed secret until it is confirmed"),
  "sec.factor_step(integer,bigint)": asks("app_rw", "the same: takes a step of time once"),
  "sec.factor_recover(integer,bytea)": asks("app_rw", "the same: takes a recovery code once"),
  "sec.password_rehash(integer,text,text)": asks(
    "app_rw",
    "between password and session: only in place of the hash just proved",
  ),
  "sec.looks_after(integer)": asks(
    "app_rw",
    "does the asker look after this account, also where some of its grants are out of sight; in policies and below",
  ),
  "sec.sign_ins(integer,integer)": asks(
    "app_rw",
    "the sign-ins of one account out of the trail, for itself and for who looks after it",
  ),
  "sec.sign_out(integer)": asks(
    "app_rw",
    "ends the sessions of somebody one looks after; checks that itself",
  ),
  "sec.account_reach()": asks("app_rw", "from the grants that manage accounts"),
  "sec.reads_audit()": asks("app_rw", "from the session's grants"),
  "sec.trail_reach()": asks("nobody", "how far the asker may look into the trail, from the session's grants"),
  "sec.trail_ids(jsonb,integer)": asks(
    "nobody",
    "finds rows of the trail; the reach is inside, and only fragments written there make up the statement",
  ),
  "sec.trail_count(jsonb)": asks("app_rw", "how many of them, up to ten thousand"),
  "sec.trail(jsonb,integer)": asks(
    "app_rw",
    "a page of the trail for administrators within reach: no policy can follow the index there",
  ),
  "sec.subject_name(text)": asks("nobody", "what a row of the trail speaks of, for the two above and below"),
  "sec.who_saw(uuid,timestamp with time zone,timestamp with time zone,integer)": asks(
    "app_rw",
    "who looked at one household: asks members and visits that the auditor has no reach to; the reach is inside",
  ),
  "sec.deeds_of(text)": asks(
    "app_rw",
    "what was done to a thing, for whoever reaches it; the trail itself stays closed",
  ),
  "sec.tell_look(text,text,integer,jsonb,text)": asks(
    "app_rw",
    "a look is told once in ten minutes; the writer may not read what is there",
  ),
  "sec.trail_state()": asks("app_rw", "until when the trail is sealed and checked; no row of it"),
  "sec.import_behind(integer,timestamp with time zone)": asks(
    "app_rw",
    "the number of the import a change came with, and nothing of it",
  ),
  "sec.trail_household(uuid)": asks(
    "app_rw",
    "the name of a household asked about, within the reach of the trail",
  ),
  "sec.trail_households(text,integer)": asks(
    "app_rw",
    "finds the household to ask about, for an auditor who sees no registry: name and place only",
  ),
  "sec.tends_machine()": asks("app_rw", "does the asker look after the machine: yes or no"),
  "sec.machine_jobs()": asks("app_rw", "everybody's jobs in numbers, for whoever looks after the machine"),
  "sec.viewer()": asks("app_rw", "tells a page who looks, about the session's own account only"),
  "sec.may_touch(integer)": asks("both", "is a node within reach: yes or no"),
  "sec.login_lookup(text)": asks("app_rw", "sign-in happens before there is a session"),
  "sec.session_open(bytea,integer,timestamp with time zone,text)": asks(
    "app_rw",
    "sign-in writes the session that does not exist yet",
  ),
  "sec.proof_asked()": asks(
    "app_rw",
    "how old one's own proof is: looks the session up by the digest of its token",
  ),
  "sec.session_proved(bytea,boolean)": asks(
    "app_rw",
    "after a factor or a password was checked: whoever holds the token renews its proof, or lets it go",
  ),
  "sec.session_renewed(bytea,bytea)": asks(
    "app_rw",
    "whoever holds the token goes on under a new one: of sessions the runtime role may write neither digest nor days",
  ),
  "sec.session_close(bytea)": asks("app_rw", "whoever holds the token may end its session"),
  "sec.throttle_hit(text,interval)": asks("app_rw", "failures are counted without a session"),
  "sec.throttle_state(text)": asks("app_rw", "read before a password is looked at"),
  "sec.throttle_clear(text)": asks("app_rw", "a success ends the slowing of its own bucket"),
  "sec.demo_accounts()": asks("app_rw", "the named persons of the demo, and nothing when there is no demo"),
  "sec.redeem_reset(bytea,text)": asks(
    "app_rw",
    "a one-time code becomes a password without a session, once",
  ),
  "sec.redeem_first(bytea,text,text,text)": asks(
    "app_rw",
    "the first administrator, while there is no account at all",
  ),
  "sec.may_schedule(text,integer,integer,jsonb)": asks(
    "app_rw",
    "does a change of the trees lie within reach: yes or no",
  ),
  "sec.org_rows_follow()": asks(
    "triggers",
    "an organization whose seat moves takes its terms and listings along, also out of the mover's reach",
  ),
  "sec.is_above(integer)": asks("app_rw", "does the asker reach the place above this one: yes or no"),
  "sec.org_seat(integer)": asks("app_rw", "where an organization sits, of a tree that everybody may see"),
  "sec.paper_place(text,text)": asks(
    "app_rw",
    "where the thing lies that a paper is about, of trees that everybody may see",
  ),
  "sec.remove_paper(uuid,text)": asks(
    "app_rw",
    "takes away a colleague's paper with its reason; checks reach, and signs with the asker's name",
  ),
  "sec.grants_beyond(integer)": asks("app_rw", "is an account above me: yes or no"),
  "sec.tell(text,text,jsonb,text)": asks("both", "a failed sign-in is told without a session"),
  "sec.digest_accounts()": asks("app_job", "who still comes here, by number only: for the morning's digest"),
  "sec.my_addresses()": asks("app_rw", "from the session: the names under which notices find the asker"),
  "sec.notify(text,text,text,jsonb,text)": asks(
    "app_rw",
    "tells somebody whom the sender may not look up; the sender is always the asker",
  ),
  "sec.signs_in(uuid)": asks(
    "app_rw",
    "has a helper an account: yes or no, so that the others are telephoned",
  ),
  "sec.mint(uuid)": asks("app_job", "a job borrows the present rights of the person who asked for it"),
  "sec.take_along(uuid[],integer)": asks(
    "app_rw",
    "whatever hangs on a household follows it, also what the runtime role may not write; checks reach itself",
  ),
  "sec.undo_tree_event(uuid,jsonb)": asks(
    "app_rw",
    "takes a change of one of the two trees back with its effects, while nothing was written since; checks reach itself",
  ),
  "sec.sight_between(integer[],integer,boolean)": asks(
    "app_rw",
    "counts whose sight a change would widen or narrow, of places that the asker reaches; names only people of his own reach",
  ),
  "sec.tree_event_since(uuid)": asks("app_rw", "counts what was written since a change; checks reach itself"),
  "sec.open_division(integer,text,text,text,text,text,date)": asks(
    "app_rw",
    "keeps both closures of the tree; checks reach itself",
  ),
  "sec.open_party_org(integer,text,text,text,integer,text,text,text,text,text,text,date,date)": asks(
    "app_rw",
    "the same for Party organizations",
  ),
  "sec.measure_staging()": asks(
    "app_job",
    "only an owner may renew the planner's figures; reads and changes no row",
  ),
  "sec.found_party_orgs(jsonb,date)": asks(
    "app_rw",
    "founds the organizations of an import in order; checks reach for every seat, once for all of them",
  ),
  "sec.apply_tree_event(uuid)": asks(
    "both",
    "moves, merges and closes nodes; checks reach, or midnight's tick calls it",
  ),
  "sec.move_subtree(regclass,integer,integer,date)": asks("nobody", "a part of the two above"),
  "sec.move_subtrees(regclass,integer[],integer,date)": asks("nobody", "a part of the two above"),
  "sec.place_node(regclass,integer,integer,date)": asks("nobody", "a part of the two above"),
  "sec.search(text,text[],text,text[],integer)": asks(
    "app_rw",
    "grams cannot use an index below a policy; takes the reach inside",
  ),
  "sec.find_known(text[],text[],text[],text[],integer[],integer[])": asks(
    "app_rw",
    "organizations and divisions are known to everybody who is signed in; puts one's own area first",
  ),
  "sec.orgs_named(text,text[],text)": asks(
    "app_rw",
    "the same for the list of organizations, whose names are known to everybody",
  ),
  "sec.id_number_known(bytea)": asks("app_rw", "says only whether an ID number is registered somewhere"),
  "sec.id_numbers_known(bytea[])": asks("app_rw", "the same for a whole sheet at once"),
};
