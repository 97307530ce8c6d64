/** A notice inside the platform: to whom, about what. Its words are built when it is read; it never carries a household's data. */

export const NOTICE_KINDS = [
  "reminded",
  "digest",
  "jobDone",
  "jobFailed",
  "exportDecided",
  "treeChangeFailed",
  "proposalApproved",
  "instructionReminded",
  "handedOver",
  "delegated",
  "delegationEnded",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const PAGE_SIZE = 50;

/** Whom a notice finds: an account, a person (once they sign in), or whoever holds a role at a place. */
export const toAccount = (id: number) => `account:${id}`;
export const toPerson = (id: string) => `person:${id}`;
export const toRole = (role: string, divisionId: number) => `${role}@${divisionId}`;

export type NoticeRow = {
  id: string;
  kind: NoticeKind;
  /** Null when the subject is not within the reader's reach. */
  name: string | null;
  href: string | null;
  details: Record<string, string | number>;
  fromName: string | null;
  createdAt: string;
  read: boolean;
};
