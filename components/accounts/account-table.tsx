/** Accounts as a table: name, sign-in name, unit, roles, status, last sign-in. */

import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import type { Role } from "#lib/domains/accounts/roles.ts";
import { getFormats } from "#lib/i18n/format.ts";

type AccountLine = {
  id: number;
  username: string;
  name: string;
  place: string;
  status: string;
  roles: readonly { role: string; place: string }[];
  lastSignInAt: Date | null;
};

export async function AccountTable({ rows, pick }: { rows: readonly AccountLine[]; pick?: boolean }) {
  const t = await getTranslations("accounts");
  const f = await getFormats();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        {pick ? <Column width="narrow">{t("idle.pick")}</Column> : null}
        <Column>{t("name")}</Column>
        <Column>{t("username")}</Column>
        <Column>{t("place")}</Column>
        <Column width="wide">{t("held")}</Column>
        <Column width="narrow">{t("status")}</Column>
        <Column width="date">{t("lastSignIn")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            {pick ? (
              <Cell label={t("idle.pick")}>
                <TickBox name="accountIds[]" value={row.id} label={row.name} />
              </Cell>
            ) : null}
            <Cell head>
              <Link href={`/admin/accounts/${row.id}`}>{row.name}</Link>
            </Cell>
            <Cell label={t("username")}>{row.username}</Cell>
            <Cell label={t("place")}>{row.place}</Cell>
            <Cell label={t("held")}>
              {row.roles.length > 0 ? (
                row.roles
                  .map(({ role, place }) => t("at", { role: t(`roles.${role as Role}`), place }))
                  .join("、")
              ) : (
                <EmptyMark />
              )}
            </Cell>
            <Cell label={t("status")} nowrap>
              <AccountStatus status={row.status} />
            </Cell>
            <Cell label={t("lastSignIn")} nowrap>
              {row.lastSignInAt ? f.dayTime(row.lastSignInAt) : t("never")}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export async function AccountStatus({ status }: { status: string }) {
  const t = await getTranslations("accounts");
  const active = status === "ACTIVE";
  return <Light state={active ? "ok" : "off"} word={t(`statuses.${active ? "ACTIVE" : "DISABLED"}`)} />;
}
