/** My own password: the old one is asked, as slowly as at sign-in, and every other session of mine ends. */
import { command } from "#lib/platform/command.ts";
import { rule } from "#lib/platform/problem.ts";
import { passwordProblem, SHORTEST } from "../good-password.ts";
import { ChangePassword } from "../input.ts";
import { hashPassword, passwordFits } from "../password.ts";
import { admit } from "../throttle.ts";

export const changePassword = command({
  name: "me.changePassword",
  tells: "me.passwordChanged",
  input: ChangePassword,
  subject: async ({ sql, viewer }) => {
    const [row] = await sql<{ username: string; hash: string | null }>`
      select username, password_hash as hash from account where id = ${viewer.accountId}`;
    return row ?? null;
  },
  may: () => true,
  run: async ({ sql, viewer, tx }, { current, password }, { username, hash }) => {
    const attempt = await admit({
      username: `change:${viewer.accountId}`,
      address: "inside",
      device: undefined,
    });
    if (!(await passwordFits(hash, current))) throw rule("password.current", undefined, "current");
    const problem = passwordProblem(password, [username, viewer.name]);
    if (problem) throw rule(problem, { shortest: SHORTEST }, "password");
    if (current === password) throw rule("password.same", undefined, "password");
    await attempt.succeeded();
    await tx.account.update({
      where: { id: viewer.accountId },
      data: { passwordHash: await hashPassword(password), mustChange: false },
      select: { id: true },
    });
    await sql`update session set revoked_at = now() where account_id = ${viewer.accountId} and revoked_at is null
      and digest <> sha256(convert_to(current_setting('app.tok'), 'UTF8')) returning 1 as ended`;
    return viewer.accountId;
  },
  fact: (id) => ({ subject: `account:${id}`, division: null }),
});
