/** The organizations that one leads, as a table; on a phone each is a card. */

import { getTranslations } from "next-intl/server";
import { MemberNumber } from "#components/party-orgs/member-number.tsx";
import { orgHref } from "#components/party-orgs/org-href.ts";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { Basis } from "#lib/domains/party-orgs/affiliation.ts";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgView } from "#lib/domains/party-orgs/queries/org.ts";

export async function LedTable({ org }: { org: OrgView }) {
  const t = await getTranslations("party-orgs");
  if (org.led.length === 0) return <p className="text-ink-2">{t("led.none")}</p>;
  return (
    <Table caption={t("led.title")} stacked>
      <Head>
        <Column>{t("led.name")}</Column>
        <Column>{t("led.kind")}</Column>
        <Column>{t("led.basis")}</Column>
        <Column>{t("led.secretary")}</Column>
        <Column numeric>{t("led.members")}</Column>
      </Head>
      <Body>
        {org.led.map((one) => (
          <Row key={one.id}>
            <Cell head>
              <Link
                href={orgHref(one.id, org.on)}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {one.name}
              </Link>
            </Cell>
            <Cell label={t("led.kind")} nowrap>
              {t(`kind.${one.kind as OrgKind}`)}
            </Cell>
            <Cell label={t("led.basis")}>{t(`basis.${one.basis as Basis}`)}</Cell>
            <Cell label={t("led.secretary")}>{one.secretary || <EmptyMark />}</Cell>
            <Cell label={t("led.members")} numeric>
              <MemberNumber of={one} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
