/** The accounts that an import made: which still need a slip, whose slip is out, and who is in already. */

import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { TickBox } from "#components/ui/tick-box.tsx";
import type { Role } from "#lib/domains/accounts/roles.ts";
import type { ImportedAccount } from "#lib/domains/imports/imported-accounts-queries.ts";

export async function SlipTable({ rows }: { rows: readonly ImportedAccount[] }) {
  const t = await getTranslations("imports");
  const words = await getTranslations("accounts");
  const stateOf = ({ state, until }: ImportedAccount) => {
    if (state === "USED") return { state: "ok", word: t("slips.used") } as const;
    if (state === "CLOSED") return { state: "none", word: t("slips.closed") } as const;
    return until
      ? ({ state: "watch", word: t("slips.open", { day: until }) } as const)
      : ({ state: "behind", word: t("slips.fresh") } as const);
  };
  return (
    <Table caption={t("slips.pick")} stacked copies={false}>
      <Head>
        <Column width="narrow">{t("slips.choose")}</Column>
        <Column>{words("name")}</Column>
        <Column>{t("check.username")}</Column>
        <Column>{words("place")}</Column>
        <Column>{words("held")}</Column>
        <Column width="wide">{t("slips.state")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell label={t("slips.choose")}>
              {row.state === "FRESH" ? (
                <TickBox name="accountIds[]" value={row.id} label={row.name} ticked={row.until === null} />
              ) : (
                <EmptyMark why="notApplicable" />
              )}
            </Cell>
            <Cell head>
              <Link href={`/admin/accounts/${row.id}`}>{row.name}</Link>
            </Cell>
            <Cell label={t("check.username")}>{row.username}</Cell>
            <Cell label={words("place")}>{row.place}</Cell>
            <Cell label={words("held")}>{row.role ? words(`roles.${row.role as Role}`) : <EmptyMark />}</Cell>
            <Cell label={t("slips.state")}>
              <Light {...stateOf(row)} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
