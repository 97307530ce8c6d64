/** All that the database answers to somebody without a session: the few definer functions of migration "walls", each as one call. */
import type pg from "pg";
import { databases } from "./db.ts";

const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[]) =>
  (await databases().reads.query<Row>(text, values)).rows;

export type Login = { account_id: number; password_hash: string | null; status: string };
export const lookUpLogin = async (username: string): Promise<Login | null> =>
  (await ask<Login>("select * from sec.login_lookup($1)", [username]))[0] ?? null;

export type Failures = { failures: number; last_at: Date };
/** Counts first, looks afterwards: parallel guesses each get a number of their own. Answers the number. */
export const countFailure = async (bucket: string, forgetAfter: string): Promise<number> =>
  (await ask<{ n: number }>("select sec.throttle_hit($1, $2::interval) as n", [bucket, forgetAfter]))[0]?.n ??
  1;
export const failuresOf = async (bucket: string): Promise<Failures | null> =>
  (await ask<Failures>("select * from sec.throttle_state($1)", [bucket]))[0] ?? null;
export const forgetFailures = async (bucket: string): Promise<void> =>
  void (await ask("select sec.throttle_clear($1)", [bucket]));

export type DemoPerson = { account_id: number; username: string; name: string; role: string; place: string };
export const demoPeople = () => ask<DemoPerson>("select * from sec.demo_accounts()", []);

/** A one-time code becomes a new password, once; null when the code is wrong, used or too old. */
export const redeemReset = async (digest: Buffer, hash: string): Promise<number | null> =>
  (await ask<{ who: number | null }>("select sec.redeem_reset($1, $2) as who", [digest, hash]))[0]?.who ??
  null;

/** The first administrator, while there is no account at all. */
export const redeemFirst = async (
  digest: Buffer,
  hash: string,
  username: string,
  name: string,
): Promise<number | null> =>
  (
    await ask<{ who: number | null }>("select sec.redeem_first($1, $2, $3, $4) as who", [
      digest,
      hash,
      username,
      name,
    ])
  )[0]?.who ?? null;

/** For the audit: what a stranger did, without a sensitive value. */
export const tellOfStranger = async (
  verb: string,
  subject: string | null,
  facts: Record<string, string | number | boolean>,
  requestId?: string,
): Promise<void> =>
  void (await ask("select sec.tell($1, $2, $3::jsonb, $4)", [
    verb,
    subject,
    JSON.stringify(facts),
    requestId ?? null,
  ]));

export type FactorState = {
  secret_sealed: Buffer | null;
  confirmed: boolean;
  roles: string[];
  wanted: { roles?: string[] } | null;
  username: string;
};
/** Asked only after the password has been proved. */
export const factorState = async (account: number): Promise<FactorState | null> =>
  (await ask<FactorState>("select * from sec.factor_state($1)", [account]))[0] ?? null;
export const beginFactor = async (account: number, sealed: Buffer): Promise<void> =>
  void (await ask("select sec.factor_begin($1, $2)", [account, sealed]));
/** False when this step of time, or a later one, has opened before. */
export const takeStep = async (account: number, step: number): Promise<boolean> =>
  (await ask<{ fresh: boolean | null }>("select sec.factor_step($1, $2) as fresh", [account, step]))[0]
    ?.fresh === true;
export const spendRecoveryCode = async (account: number, digest: Buffer): Promise<boolean> =>
  (await ask<{ used: boolean | null }>("select sec.factor_recover($1, $2) as used", [account, digest]))[0]
    ?.used === true;

/** Keeps a stronger hash in place of the one that was just proved. */
export const keepStrongerHash = async (account: number, before: string, after: string): Promise<void> =>
  void (await ask("select sec.password_rehash($1, $2, $3)", [account, before, after]));

/** A list that hangs in public, by the code of its poster; null when there is none, or its period is over. */
export const noticeInPublic = async <Notice>(code: string): Promise<Notice | null> =>
  /^[0-9a-z]{16}$/.test(code)
    ? ((
        await ask<Notice & pg.QueryResultRow>(
          `select kind, step, place, above, from_on::text as "fromOn", until_on::text as "untilOn", days, calendar, office, phone, lines
           from sec.public_notice($1)`,
          [code],
        )
      )[0] ?? null)
    : null;

/** How a case at a window of service stands, for whoever has the code of its slip; nothing of the person. */
export const serviceCaseInPublic = async <Case>(code: string): Promise<Case | null> =>
  /^[0-9a-z]{16}$/.test(code)
    ? ((
        await ask<Case & pg.QueryResultRow>(
          `select number, item, state, received_on::text as "receivedOn", due_on::text as "dueOn", closed_on::text as "closedOn", missing, desk, place, hours,
             rated, may_rate as "mayRate" from sec.public_case($1)`,
          [code],
        )
      )[0] ?? null)
    : null;
/** False when it was rated before, has not ended, or ended too long ago. */
export const rateInPublic = async (code: string, rating: string): Promise<boolean> =>
  (await ask<{ taken: boolean }>("select sec.rate_case($1, $2) as taken", [code, rating]))[0]?.taken === true;
