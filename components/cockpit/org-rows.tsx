/** The Party organizations behind a number, each with the day its case began. */

import { useTranslations } from "next-intl";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import type { OrgBehind } from "#lib/indicators/org-rows.ts";

type Props = { rows: readonly OrgBehind[]; terms: boolean; caption: string };

export function OrgRows({ rows, terms, caption }: Props) {
  const t = useTranslations("party-orgs");
  const since = terms ? t("terms.due") : t("weak.foundOn");
  return (
    <Card flush>
      <Table caption={caption} stacked>
        <Head>
          <Column>{t("list.name")}</Column>
          <Column>{t("list.kind")}</Column>
          <Column>{t("list.place")}</Column>
          <Column>{t("list.secretary")}</Column>
          <Column width="date">{since}</Column>
        </Head>
        <Body>
          {rows.map((row) => (
            <Row key={row.id}>
              <Cell head>
                <Link
                  href={`/orgs/${row.orgId}`}
                  className="inline-flex min-h-touch items-center desk:min-h-6"
                >
                  {row.name}
                </Link>
              </Cell>
              <Cell label={t("list.kind")} nowrap>
                {t(`kind.${row.kind as OrgKind}`)}
              </Cell>
              <Cell label={t("list.place")}>{row.place}</Cell>
              <Cell label={t("list.secretary")}>{row.secretary ?? <EmptyMark />}</Cell>
              <Cell label={since} nowrap>
                {row.since}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </Card>
  );
}
