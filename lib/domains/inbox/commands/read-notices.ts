/** Notices are read, one or all; and one's own hours of quiet. */
import { command } from "#lib/platform/command.ts";
import { Nothing, NoticeId, QuietHours } from "../input.ts";

export const readNotice = command({
  name: "me.readNotice",
  tells: "notice.read",
  input: NoticeId,
  subject: async ({ sql }, { id }) => {
    const [notice] = await sql<{ id: string }>`
      select id::text as id from notice where id = ${id}::bigint and addressee in (select unnest(sec.my_addresses()))`;
    return notice ?? null;
  },
  may: () => true,
  run: async ({ tx, viewer }, _input, { id }) => {
    await tx.$executeRaw`insert into notice_read (notice_id, account_id) values (${id}::bigint, ${viewer.accountId}) on conflict do nothing`;
    return { id };
  },
  fact: ({ id }) => ({ subject: `notice:${id}`, division: null }),
});

export const readAllNotices = command({
  name: "me.readAllNotices",
  tells: "notice.allRead",
  input: Nothing,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true,
  run: async ({ tx }, _input, { accountId }) => {
    const read = await tx.$executeRaw`
      insert into notice_read (notice_id, account_id) select n.id, ${accountId} from notice n
      where n.addressee in (select unnest(sec.my_addresses())) on conflict do nothing`;
    return { read };
  },
  fact: ({ read }, _input, { accountId }) => ({ subject: `account:${accountId}`, division: null, read }),
});

export const setQuietHours = command({
  name: "me.setQuietHours",
  tells: "account.quietHoursSet",
  input: QuietHours,
  subject: async ({ viewer }) => ({ accountId: viewer.accountId }),
  may: () => true,
  run: async ({ tx }, { from, to }, { accountId }) => {
    await tx.inboxWish.upsert({
      where: { accountId },
      create: { accountId, quietFrom: from, quietTo: to },
      update: { quietFrom: from, quietTo: to },
    });
    return { from, to };
  },
  fact: ({ from, to }, _input, { accountId }) => ({
    subject: `account:${accountId}`,
    division: null,
    from,
    to,
  }),
});
