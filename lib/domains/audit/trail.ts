/** The trail of deeds and looks: kinds of deed, subjects that have a page, and which periods are offered. */

/** A kind gathers verbs: what somebody who searches would call it. */
export const KINDS = {
  look: [
    "household.opened",
    "household.peeked",
    "idNumber.revealed",
    "phone.revealed",
    "person.soughtByIdTail",
    "audit.read",
    "audit.whoSawAsked",
  ],
  takeOut: [
    "household.exported",
    "partyMember.exported",
    "export.started",
    "export.finished",
    "export.asked",
    "export.decided",
    "export.fetched",
    "audit.exported",
  ],
  correct: [
    "household.corrected",
    "household.moved",
    "household.memberAdded",
    "training.corrected",
    "training.attended",
    "training.settled",
    "training.dropped",
    "partyOrg.described",
    "partyOrg.renamed",
    "partyOrg.moved",
    "partyOrg.closed",
    "partyOrg.elected",
    "partyOrg.electionPostponed",
    "partyOrg.departmentNamed",
    "partyOrg.listedWeak",
    "partyOrg.measureAdded",
    "partyOrg.measureDone",
    "partyOrg.weakReported",
    "partyOrg.weakAccepted",
    "partyOrg.weakReturned",
    "partyOrg.weakCarried",
    "division.renamed",
    "division.moved",
    "division.closed",
    "post.quotaChanged",
    "tenure.corrected",
    "tenure.assessed",
    "target.set",
    "industryEntity.corrected",
    "industryEntity.reopened",
    "industryEntity.partySet",
    "industryLink.corrected",
    "industryLink.incomeReported",
    "partyMember.corrected",
    "partyMember.confirmed",
    "partyMember.transferred",
    "partyMember.flagged",
    "partyMember.unflagged",
  ],
  add: [
    "household.registered",
    "visit.recorded",
    "pairing.begun",
    "pairing.begunMany",
    "training.held",
    "partyOrg.opened",
    "division.opened",
    "industryEntity.registered",
    "industryLink.begun",
    "partyMember.enrolled",
    "post.setUp",
    "tenure.begun",
  ],
  end: [
    "visit.withdrawn",
    "pairing.ended",
    "pairing.replaced",
    "pairing.withdrawn",
    "training.withdrawn",
    "industryEntity.closed",
    "industryLink.ended",
    "partyMember.leftPrefecture",
    "partyMember.ended",
    "tenure.ended",
    "tenure.withdrawn",
  ],
  import: [
    "import.started",
    "import.submitted",
    "import.published",
    "import.takeBackAsked",
    "import.takenBack",
    "import.cancelled",
  ],
  account: [
    "account.created",
    "account.roleGiven",
    "account.roleEnded",
    "account.statusSet",
    "account.codeMade",
    "account.codeFromTerminal",
    "account.codeRedeemed",
    "account.firstAdministrator",
    "me.passwordChanged",
  ],
  signIn: [
    "session.opened",
    "session.refused",
    "session.factorRefused",
    "session.provedAgain",
    "me.sessionEnded",
    "me.sessionsEnded",
  ],
} as const satisfies Record<string, readonly string[]>;
export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];
export const isKind = (text: string | undefined): text is Kind => text !== undefined && text in KINDS;

export const PERIODS = ["1", "7", "30", "90", "365", "all"] as const;

/** Things whose history everybody who sees them may read. */
export const HISTORY_KINDS = [
  "household",
  "person",
  "visit",
  "pairing",
  "partyOrg",
  "division",
  "training",
  "industryEntity",
  "partyMember",
  "post",
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

const PAGES: Record<string, (id: string) => string> = {
  household: (id) => `/households/${id}`,
  visit: (id) => `/visits/${id}`,
  pairing: (id) => `/pairings/${id}`,
  partyOrg: (id) => `/orgs/${id}`,
  training: (id) => `/trainings/${id}`,
  division: (id) => `/divisions/${id}`,
  industryEntity: (id) => `/industry/${id}`,
  partyMember: (id) => `/members/${id}`,
  post: (id) => `/cadres/posts/${id}`,
  tenure: (id) => `/cadres/tenures/${id}`,
  account: (id) => `/admin/accounts/${id}`,
  import: (id) => `/imports/${id}`,
};

/** Where the thing itself stands; null when it has no page of its own. */
export function pageOf(subject: string | null): string | null {
  const [kind = "", id = ""] = (subject ?? "").split(":");
  return (id && PAGES[kind]?.(id)) || null;
}

export const historyHref = (kind: HistoryKind, id: string | number, field?: string) =>
  `/history/${kind}/${id}${field ? `?f.field=${field}` : ""}`;
