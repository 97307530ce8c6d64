/** Notices, the newest first: unread ones carry a mark and a word, and can be put away one by one or all at once. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { NoticeRow } from "#lib/domains/inbox/notice.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  rows: NoticeRow[];
  more: boolean;
  unread: number;
  readOne: FormAction<{ id: string }>;
  readAll: FormAction<{ read: number }>;
};

export async function NoticeList({ rows, more, unread, readOne, readAll }: Props) {
  const t = await getTranslations("inbox");
  if (rows.length === 0)
    return (
      <EmptyState kind="never" title={t("noNotices.title")}>
        {t("noNotices.body")}
      </EmptyState>
    );
  return (
    <Card
      title={t("notices")}
      action={
        unread > 0 ? (
          <Form action={readAll} buttonOnly done={t("allRead")}>
            <SubmitButton size="small">{t("readAll")}</SubmitButton>
          </Form>
        ) : null
      }
    >
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <NoticeLine key={row.id} row={row} readOne={readOne} />
        ))}
      </ul>
      {more ? (
        <LinkButton kind="quiet" href={`/inbox?view=notices&before=${rows.at(-1)?.id}`}>
          {t("older")}
        </LinkButton>
      ) : null}
    </Card>
  );
}

async function NoticeLine({ row, readOne }: { row: NoticeRow; readOne: Props["readOne"] }) {
  const t = await getTranslations("inbox");
  const f = await getFormats();
  const words = await noticeWords(row);
  const href = row.kind === "digest" ? "/inbox" : row.href;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <span className="min-w-0 grow basis-60">
        <span className={row.read ? "text-ink-2" : "font-semibold"}>
          {href ? <Link href={href}>{words}</Link> : words}
        </span>
        <span className="block text-ink-2 text-note">
          {[row.fromName, f.dayTime(row.createdAt)].filter(Boolean).join(" · ")}
        </span>
      </span>
      {row.read ? (
        <Badge>{t("read")}</Badge>
      ) : (
        <>
          <Badge tone="behind">{t("new")}</Badge>
          <Form action={readOne} buttonOnly>
            <input type="hidden" name="id" value={row.id} />
            <SubmitButton kind="quiet" size="small">
              {t("markRead")}
            </SubmitButton>
          </Form>
        </>
      )}
    </li>
  );
}

/** Built now, under the reader's reach: a subject out of reach stays unnamed. */
async function noticeWords(row: NoticeRow): Promise<string> {
  const t = await getTranslations("inbox");
  const f = await getFormats();
  const name = row.name ?? t("outOfReach");
  const { waiting = 0, unread = 0, due = "", status = "", households = 0, others = 0 } = row.details;
  switch (row.kind) {
    case "digest":
      return t("notice.digest", { waiting: Number(waiting), unread: Number(unread) });
    case "reminded":
      return t("notice.reminded", { name, day: due ? f.day(String(due)) : "" });
    case "instructionReminded":
      return t("notice.instructionReminded", { name, day: due ? f.day(String(due)) : "" });
    case "delegated":
    case "delegationEnded":
      return standInWords(row);
    case "handedOver":
      return t("notice.handedOver", { households: Number(households), others: Number(others) });
    case "exportDecided":
      return t(status === "APPROVED" ? "notice.exportApproved" : "notice.exportRefused", { name });
    default:
      return t(`notice.${row.kind}`, { name });
  }
}

async function standInWords({ kind, details }: NoticeRow): Promise<string> {
  const t = await getTranslations("inbox");
  const f = await getFormats();
  const { by = "", to = "", fromOn = "", toOn = "" } = details;
  if (kind === "delegationEnded") return t("notice.delegationEnded", { by: String(by), to: String(to) });
  return t("notice.delegated", { by: String(by), from: f.day(String(fromOn)), to: f.day(String(toOn)) });
}
