/** Rows that stay when an import is taken back: whose they are, with a link, and why. */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { KeptRow } from "#lib/domains/imports/queries.ts";

type Props = { rows: KeptRow[]; total: number };

function hrefOf({ kind, unit, householdId }: KeptRow): string | null {
  if (kind === "pairing") return `/pairings/${unit}`;
  if (kind === "partyOrg") return `/orgs/${unit}`;
  if (kind === "partyMember") return `/members/${unit}`;
  if (kind === "industryEntity") return `/industry/${unit}`;
  if (kind === "training") return `/trainings/${unit}`;
  if (kind === "measure") return `/measures/${unit}`;
  if (kind === "need") return `/needs/${unit}`;
  if (kind === "visit") return `/visits/${unit}`;
  if (kind === "account") return `/admin/accounts/${unit}`;
  return householdId ? `/households/${householdId}` : null;
}

const HEADS = {
  partyOrg: "takeBack.org",
  account: "takeBack.account",
  partyMember: "takeBack.member",
  industryEntity: "takeBack.entity",
  training: "takeBack.training",
  measure: "takeBack.measure",
  need: "takeBack.need",
  visit: "takeBack.visit",
  teamMember: "takeBack.teamMember",
  teamDay: "takeBack.teamDay",
  dutyHolding: "takeBack.dutyHolding",
} as const;

function whyOf({ kind, stays }: KeptRow) {
  if (kind === "partyOrg" && stays === "USED") return "takeBack.orgUsed";
  if (kind === "partyMember" && stays === "USED") return "takeBack.memberUsed";
  if (kind === "industryEntity" && stays === "USED") return "takeBack.entityUsed";
  if (kind === "teamMember" && stays === "USED") return "takeBack.teamUsed";
  if (kind === "account" && stays === "USED") return "takeBack.accountUsed";
  if (kind === "account" && stays === "EDITED") return "takeBack.accountEdited";
  if (kind === "training" && stays === "EDITED") return "takeBack.trainingEdited";
  return `takeBack.stays.${stays}` as const;
}

export async function KeptRows({ rows, total }: Props) {
  const t = await getTranslations("imports");
  const kind = rows[0]?.kind;
  const head = kind && kind in HEADS ? HEADS[kind as keyof typeof HEADS] : "takeBack.name";
  return (
    <>
      <Table caption={t("takeBack.kept")} stacked>
        <Head>
          <Column>{t(head)}</Column>
          <Column width="wide">{t("takeBack.why")}</Column>
        </Head>
        <Body>
          {rows.map((row) => {
            const href = hrefOf(row);
            return (
              <Row key={row.unit}>
                <Cell head>
                  {row.name && href ? <Link href={href}>{row.name}</Link> : (row.name ?? t("takeBack.out"))}
                </Cell>
                <Cell label={t("takeBack.why")}>
                  <span>
                    {t(whyOf(row))}
                    {row.editedBy && row.editedAt ? (
                      <span className="text-ink-2">
                        {" "}
                        · {t("takeBack.edited", { name: row.editedBy, when: row.editedAt })}
                      </span>
                    ) : null}
                  </span>
                </Cell>
              </Row>
            );
          })}
        </Body>
      </Table>
      {total > rows.length ? (
        <p className="px-4 py-2 text-ink-2 text-note">
          {t("takeBack.keptMore", { count: rows.length, total })}
        </p>
      ) : null}
    </>
  );
}
