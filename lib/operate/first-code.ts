// The one-time code of the first administrator: printed by every deploy until somebody has redeemed it.
import { env } from "node:process";
import { firstAdministratorCode } from "#lib/domains/accounts/first-administrator.ts";
import { withClient } from "./roles.ts";
import { say } from "./say.ts";

/** Prints a new code while there is no account, and says so when that voids an older one; gives whether it did. */
export async function offerFirstCode(ownerUrl: string): Promise<boolean> {
  const voided = await waitingCodes(ownerUrl);
  const code = await firstAdministratorCode(ownerUrl);
  if (!code) return false;
  const address = env.ORIGIN || `http://localhost:${env.PORT || 3000}`;
  say("\n还没有任何账户。第一位管理员的一次性代码：");
  say(`\n    ${code}\n`);
  say(
    `请在 7 天内：① 启动 npm start；② 在浏览器打开 ${address}/first-administrator，输入代码，自定账号名和密码。`,
  );
  say("代码只显示这一次，只能用一次；丢失或过期，再运行一次 npm run db:deploy 即得新代码。");
  if (voided > 0) say("! 以前打印过、还没有使用的代码从现在起作废。");
  return true;
}

async function waitingCodes(ownerUrl: string): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select count(*)::int as n from one_time_code where purpose = 'FIRST_ADMIN' and used_at is null",
    );
    return rows[0].n;
  });
}
