/** Weak and lax organizations with how far their measures are. */

import { useTranslations } from "next-intl";
import { WeakMark } from "#components/party-orgs/weak-mark.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { OrgKind } from "#lib/domains/party-orgs/party-org.ts";
import type { WeakRow } from "#lib/domains/party-orgs/queries/weak.ts";

type Props = { rows: readonly WeakRow[]; causeOf: (code: string) => string };

export function WeakTable({ rows, causeOf }: Props) {
  const t = useTranslations("party-orgs");
  return (
    <Table caption={t("weak.title")} stacked>
      <Head>
        <Column>{t("list.name")}</Column>
        <Column>{t("list.place")}</Column>
        <Column>{t("weak.cause")}</Column>
        <Column width="date">{t("weak.foundOn")}</Column>
        <Column>{t("weak.measures")}</Column>
        <Column>{t("weak.state")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/orgs/weak/${row.id}`}
                className="inline-flex min-h-touch items-center underline desk:min-h-6"
              >
                {row.name}
              </Link>
              <span className="block text-ink-2 text-note">
                {t(`kind.${row.kind as OrgKind}`)}
                {row.carried ? ` · ${t("weak.isCarried")}` : ""}
              </span>
            </Cell>
            <Cell label={t("list.place")}>{row.place}</Cell>
            <Cell label={t("weak.cause")}>{causeOf(row.cause)}</Cell>
            <Cell label={t("weak.foundOn")} nowrap>
              {row.foundOn}
            </Cell>
            <Cell label={t("weak.measures")}>
              <span className="tabular">{t("weak.doneOf", { done: row.done, count: row.measures })}</span>
              {row.overdue > 0 ? (
                <span className="block text-behind text-note">
                  {t("weak.overdue", { count: row.overdue })}
                </span>
              ) : null}
            </Cell>
            <Cell label={t("weak.state")}>
              <WeakMark status={row.status} overdue={row.overdue} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
