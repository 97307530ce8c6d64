/** A public list as it hangs on a board, is printed, and is met on the web: the columns of sheet 19 and nothing else. */

import { getTranslations } from "next-intl/server";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { isUnitKind } from "#lib/domains/procedures/procedure.ts";
import type { NoticeView } from "#lib/domains/procedures/queries/notices.ts";
import { getFormats } from "#lib/i18n/format.ts";

export type Poster = Pick<
  NoticeView,
  | "kind"
  | "step"
  | "place"
  | "above"
  | "fromOn"
  | "untilOn"
  | "days"
  | "calendar"
  | "office"
  | "phone"
  | "lines"
>;

export async function PosterSheet({ notice }: { notice: Poster }) {
  const t = await getTranslations("procedures");
  const f = await getFormats();
  const days = { days: notice.days, calendar: t(`calendar.${notice.calendar}`) };
  const paid = notice.lines.some((line) => line.amountFen !== null);
  const unit = isUnitKind(notice.kind);
  // Until it is announced a list says what is meant to happen.
  const done = notice.step === "ANNOUNCEMENT";
  return (
    <div className="print:text-h3">
      <p className="mb-3">
        {[notice.above, notice.place].filter(Boolean).join("")} ·{" "}
        {t(done ? "notice.periodDone" : "notice.period")}：
        {t("notice.from", { from: notice.fromOn, until: notice.untilOn })}，{t("notice.days", days)}
      </p>
      <div className="print:[&_table]:text-h3">
        <Table caption={t("notice.poster")} copies={false}>
          <Head>
            <Column width="narrow">{t("notice.no")}</Column>
            <Column>{t(unit ? "notice.unit" : "notice.name")}</Column>
            {unit ? null : (
              <>
                <Column>{t("notice.group")}</Column>
                <Column numeric>{t("notice.persons")}</Column>
              </>
            )}
            <Column>{t("notice.itemLabel")}</Column>
            {paid ? <Column numeric>{t("notice.amount")}</Column> : null}
          </Head>
          <Body>
            {notice.lines.map((line, at) => (
              <Row key={`${line.name}-${String(at)}`}>
                <Cell>{at + 1}</Cell>
                <Cell head nowrap>
                  {line.name}
                </Cell>
                {unit ? null : (
                  <>
                    <Cell nowrap>{line.group ?? ""}</Cell>
                    <Cell numeric>{line.persons ?? ""}</Cell>
                  </>
                )}
                <Cell>{t(`notice.${done ? "done" : "item"}.${line.item as "EXIT"}`)}</Cell>
                {paid ? (
                  <Cell numeric>{line.amountFen === null ? "" : f.yuan(BigInt(line.amountFen))}</Cell>
                ) : null}
              </Row>
            ))}
          </Body>
        </Table>
      </div>
      <p className="mt-3">
        {t("notice.office")}：{notice.office} · {t("notice.phone")}：<strong>{notice.phone}</strong>
      </p>
      <p className="text-ink-2">
        {t(done ? "notice.sayDone" : "notice.say")}
        {unit ? null : t("notice.masked")}
      </p>
      <p className="mt-10 hidden text-right print:block">
        {t("notice.seal", { office: notice.office })}
        <br />
        {notice.fromOn}
      </p>
    </div>
  );
}
