/** The second factor (TOTP, RFC 6238): asked for after the password; a step of time opens once, and guessing is slowed. */
import { createHash } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import * as z from "zod";
import { env } from "#lib/platform/env.ts";
import { rule } from "#lib/platform/problem.ts";
import { seal, unseal } from "#lib/platform/seal.ts";
import type { Stranger } from "#lib/platform/stranger.ts";
import {
  beginFactor,
  factorState,
  spendRecoveryCode,
  takeStep,
  tellOfStranger,
} from "#lib/platform/strangers.ts";
import { admit } from "./throttle.ts";
import { WANT_FACTOR } from "./want-factor.ts";

const STEP_MS = 30_000;
export const FactorCode = z.strictObject({
  code: z.string("required").trim().min(6, "factor.code").max(40, "factor.code"),
});

const about = (account: number) => `second_factor.secret:${account}`;
const totpOf = (username: string, secret: Secret) =>
  new TOTP({ issuer: "Qamdo 334", label: username, secret, period: STEP_MS / 1000, digits: 6 });

export type Need = "none" | "ask" | "enroll";

/** What still stands between a proved password and a session. */
export async function factorNeed(account: number): Promise<Need> {
  const state = await factorState(account);
  if (!state || state.confirmed) return "ask";
  const wanted: readonly string[] = state.wanted?.roles ?? (env.DEMO ? [] : WANT_FACTOR);
  return state.roles.some((role) => wanted.includes(role)) ? "enroll" : "none";
}

/** The key to scan or to type; the same one until it is confirmed. Null when there is a confirmed one already. */
export async function enrollment(account: number): Promise<{ key: string; address: string } | null> {
  const before = await factorState(account);
  if (!before || before.confirmed) return null;
  if (!before.secret_sealed)
    await beginFactor(account, seal(new Secret({ size: 20 }).base32, about(account)));
  const state = before.secret_sealed ? before : await factorState(account);
  if (!state?.secret_sealed) return null;
  const key = unseal(state.secret_sealed, about(account));
  return { key, address: totpOf(state.username, Secret.fromBase32(key)).toString() };
}

export const recoveryDigest = (typed: string): Buffer =>
  createHash("sha256")
    .update(
      `recovery:${typed
        .normalize("NFKC")
        .toUpperCase()
        .replace(/[^0-9A-Z]/g, "")}`,
    )
    .digest();

/** Lets in whoever shows a fresh code of the right key, or a recovery code that was never used. */
export async function proveFactor(
  account: number,
  typed: string,
  stranger: Stranger,
  now = Date.now(),
): Promise<void> {
  const attempt = await admit(
    { username: `second-factor:${account}`, address: stranger.address, device: undefined },
    now,
  );
  const how = await fits(account, typed, now);
  if (!how) {
    await attempt.failed();
    await tellOfStranger(
      "session.factorRefused",
      `account:${account}`,
      { address: stranger.address },
      stranger.requestId,
    );
    throw rule("factor.wrong", undefined, "code");
  }
  await attempt.succeeded();
  if (how === "recovery")
    await tellOfStranger(
      "account.recoveryCodeUsed",
      `account:${account}`,
      { address: stranger.address },
      stranger.requestId,
    );
}

async function fits(account: number, typed: string, now: number): Promise<"totp" | "recovery" | null> {
  const state = await factorState(account);
  if (!state?.secret_sealed) return null;
  const digits = typed.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits))
    return state.confirmed && (await spendRecoveryCode(account, recoveryDigest(typed))) ? "recovery" : null;
  const totp = totpOf(state.username, Secret.fromBase32(unseal(state.secret_sealed, about(account))));
  const delta = totp.validate({ token: digits, window: 1, timestamp: now });
  if (delta === null) return null;
  return (await takeStep(account, Math.floor(now / STEP_MS) + delta)) ? "totp" : null;
}
