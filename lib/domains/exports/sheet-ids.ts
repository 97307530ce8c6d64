/** The sheets of an office that go out in the columns in which they come in. */
export const OFFICE_SHEETS = ["household-roster", "person-roster", "pairings", "party-orgs"] as const;
export type OfficeSheetId = (typeof OFFICE_SHEETS)[number];
