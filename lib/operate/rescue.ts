// For the day when an administrator's password or phone is lost and nobody else can give a new one: who owns the database gives a
// one-time code and takes the second factor off, so that it is set up anew.
import { env } from "node:process";
import { digestOfCode, makeCode } from "#lib/domains/accounts/one-time-code.ts";
import { withClient } from "./roles.ts";
import { say } from "./say.ts";
import { StartProblem } from "./start-problem.ts";

const MINUTES = 60;

/** The audit keeps that it was given from the terminal. */
export async function giveRescueCode(ownerUrl: string, username: string): Promise<void> {
  const code = makeCode();
  const given = await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `with who as (select id, division_id from account where username = lower($2) and status = 'ACTIVE'),
         factor as (delete from second_factor f using who where f.account_id = who.id returning f.confirmed_at),
         spare as (delete from recovery_code c using who where c.account_id = who.id),
         told as (insert into audit_event (verb, subject, division_id, facts)
           select 'account.codeFromTerminal', 'account:' || id, division_id,
             jsonb_build_object('factorTakenOff', exists (select 1 from factor where confirmed_at is not null)) from who)
       insert into one_time_code (digest, purpose, account_id, expires_at)
       select $1, 'RESET', id, now() + make_interval(mins => $3) from who`,
      [digestOfCode(code), username, MINUTES],
    );
    return rowCount === 1;
  });
  if (!given) throw new StartProblem("没有这个账号，或账号已停用。请核对账号名(登录时用的名字)。");
  say(`\n账号 ${username} 的一次性代码：\n\n    ${code}\n`);
  say(
    `请在 ${MINUTES} 分钟内，用浏览器打开 ${env.ORIGIN || `http://localhost:${env.PORT || 3000}`}/one-time-code 设新密码。`,
  );
  say("原来的动态码和恢复码同时作废；岗位要求动态码的，设好密码后会带着重新开通。");
  say("这次操作已写入审计记录。");
}
