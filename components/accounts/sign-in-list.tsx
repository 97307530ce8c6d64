/** The sign-ins of an account, newest first: what came of it, with what device, from which address. */

import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { Light } from "#components/ui/light.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { SignInRow } from "#lib/domains/accounts/queries/sign-ins.ts";
import { getFormats } from "#lib/i18n/format.ts";

const EVENTS = {
  "session.opened": "session_opened",
  "session.refused": "session_refused",
  "session.factorRefused": "session_factorRefused",
  "account.codeRedeemed": "account_codeRedeemed",
  "account.signedOut": "account_signedOut",
} as const;
const isEvent = (verb: string): verb is keyof typeof EVENTS => verb in EVENTS;

export async function SignInList({ rows }: { rows: readonly SignInRow[] }) {
  const t = await getTranslations("me");
  const f = await getFormats();
  return (
    <Card title={t("signIns.title")}>
      {rows.length === 0 ? (
        <p className="text-ink-2">{t("signIns.none")}</p>
      ) : (
        <Table caption={t("signIns.title")} stacked>
          <Head>
            <Column width="date">{t("signIns.when")}</Column>
            <Column>{t("signIns.what")}</Column>
            <Column>{t("signIns.device")}</Column>
            <Column>{t("signIns.address")}</Column>
          </Head>
          <Body>
            {rows.map(({ at, verb, agent, address }) => (
              <Row key={`${at.toISOString()} ${verb}`}>
                <Cell head nowrap>
                  {f.dayTime(at)}
                </Cell>
                <Cell label={t("signIns.what")}>
                  <Light
                    state={verb.endsWith("efused") ? "behind" : "ok"}
                    word={isEvent(verb) ? t(`signIns.events.${EVENTS[verb]}`) : verb}
                  />
                </Cell>
                <Cell label={t("signIns.device")}>{agent ?? t("signIns.unknown")}</Cell>
                <Cell label={t("signIns.address")}>{address ?? <EmptyMark />}</Cell>
              </Row>
            ))}
          </Body>
        </Table>
      )}
    </Card>
  );
}
