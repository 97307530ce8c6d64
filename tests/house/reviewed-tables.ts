// What a person has looked at and let stand of tables and policies, each with its reason: a new one fails until it is written here.

/** Tables without row-level security. */
export const TABLES_WITHOUT_POLICY: Record<string, string> = {
  _prisma_migrations: "the history of the schema itself: no personal data, the runtime role only reads it",
};

/** Policies that ask a table, although that table has policies of its own. */
export const POLICIES_THAT_QUERY: Record<string, string> = {
  "training.reach":
    "a village sees the county's training that its people went to: asks who was there, under that table's own policy",
  "role_grant.granting": "an insert of one row: asks the fixed list of roles, open to everybody signed in",
  "one_time_code.managed_codes":
    "an insert of one row: the account's own policy decides who may be given a code",
};
