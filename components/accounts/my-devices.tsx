/** Where I am signed in, and the buttons that end it there. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { getFormats } from "#lib/i18n/format.ts";

export type Device = { id: string; device: string | null; createdAt: Date; expiresAt: Date; here: boolean };
type Props = {
  sessions: readonly Device[];
  endOne: FormAction<number>;
  endOthers: FormAction<number>;
  endAll: FormAction<never>;
};

export async function MyDevices({ sessions, endOne, endOthers, endAll }: Props) {
  const t = await getTranslations("me");
  const f = await getFormats();
  return (
    <Card title={t("sessions.title")}>
      <Table caption={t("sessions.title")} stacked>
        <Head>
          <Column>{t("sessions.device")}</Column>
          <Column width="date">{t("sessions.since")}</Column>
          <Column width="date">{t("sessions.until")}</Column>
          <Column width="narrow">{t("sessions.act")}</Column>
        </Head>
        <Body>
          {sessions.map(({ id, device, createdAt, expiresAt, here }) => (
            <Row key={id}>
              <Cell head>{device ?? t("sessions.unknown")}</Cell>
              <Cell label={t("sessions.since")} nowrap>
                {f.dayTime(createdAt)}
              </Cell>
              <Cell label={t("sessions.until")} nowrap>
                {f.dayTime(expiresAt)}
              </Cell>
              <Cell label={t("sessions.act")}>
                {here ? (
                  <Badge tone="info">{t("sessions.here")}</Badge>
                ) : (
                  <Form action={endOne} buttonOnly done={t("sessions.ended")}>
                    <input type="hidden" name="session" value={id} />
                    <SubmitButton kind="secondary" size="small">
                      {t("sessions.end")}
                    </SubmitButton>
                  </Form>
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
      <div className="mt-3 flex flex-wrap gap-2">
        <Form action={endOthers} buttonOnly done={t("sessions.ended")}>
          <SubmitButton kind="secondary">{t("sessions.others")}</SubmitButton>
        </Form>
        <Form action={endAll} buttonOnly>
          <SubmitButton kind="danger">{t("sessions.all")}</SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
