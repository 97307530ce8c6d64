/** Organizations and members summed up on one of three lines; every number leads to its list. */

import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, Foot, Head, Row, Table } from "#components/ui/table.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { LINES } from "#lib/domains/party-orgs/lines.ts";
import type { Summed, SumRow } from "#lib/domains/party-orgs/queries/sum-up.ts";
import { getFormats } from "#lib/i18n/format.ts";

const HEIGHT = "inline-flex min-h-touch items-center desk:min-h-6";

export async function SumTable({ summed }: { summed: Summed }) {
  const t = await getTranslations("party-orgs");
  const f = await getFormats();
  const { by, at, trail, rows } = summed;
  const here = (id?: number) => `/orgs?view=sum&by=${by}${id === undefined ? "" : `&at=${id}`}`;
  const total = rows.reduce(
    (sum, row) => ({
      orgs: sum.orgs + row.orgs,
      members: sum.members + row.members,
      unreported: sum.unreported + row.unreported,
    }),
    { orgs: 0, members: 0, unreported: 0 },
  );
  const nameOf = (row: SumRow) =>
    row.self ? (row.name === null ? t("sum.noDepartment") : t("sum.itself", { name: row.name })) : row.name;
  return (
    <>
      <Tabs
        label={t("sum.switch")}
        items={LINES.map((line) => ({
          href: `/orgs?view=sum&by=${line}`,
          label: t(`sum.by.${line}`),
          current: line === by,
        }))}
      />
      <p className="mb-2 text-ink-2">{t(`sum.note.${by}`)}</p>
      {trail.length > 0 || at ? (
        <p className="mb-2 flex flex-wrap items-center gap-x-1">
          {by === "party" ? (
            <Link href={here()} className={HEIGHT}>
              {t("sum.top")}
            </Link>
          ) : null}
          {trail.map((one) => (
            <span key={one.id} className="inline-flex items-center gap-1">
              <Link href={here(one.id)} className={HEIGHT}>
                {one.name}
              </Link>
              <span aria-hidden="true">▸</span>
            </span>
          ))}
          <strong>{at?.name}</strong>
        </p>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState kind="never" title={t("list.never")} />
      ) : (
        <Card flush>
          <Table caption={t(`sum.by.${by}`)} stacked>
            <Head>
              <Column>{t(`sum.name.${by}`)}</Column>
              <Column numeric>{t("sum.orgs")}</Column>
              <Column numeric>{t("sum.members")}</Column>
              <Column numeric>{t("sum.unreported")}</Column>
            </Head>
            <Body>
              {rows.map((row) => (
                <Row key={`${row.id} ${row.name} ${row.self}`}>
                  <Cell head>
                    {row.opens && row.id !== null && !row.self ? (
                      <Link href={here(row.id)} className={HEIGHT}>
                        {nameOf(row)}
                      </Link>
                    ) : (
                      nameOf(row)
                    )}
                  </Cell>
                  <Cell label={t("sum.orgs")} numeric>
                    <Link href={listHref(summed, row)} className={HEIGHT}>
                      {f.number(row.orgs)}
                    </Link>
                  </Cell>
                  <Cell label={t("sum.members")} numeric>
                    {f.number(row.members)}
                  </Cell>
                  <Cell label={t("sum.unreported")} numeric>
                    {row.unreported === 0 || alone(summed, row) ? (
                      f.number(row.unreported)
                    ) : (
                      <Link href={`${listHref(summed, row)}&f.lacking=members`} className={HEIGHT}>
                        {f.number(row.unreported)}
                      </Link>
                    )}
                  </Cell>
                </Row>
              ))}
            </Body>
            <Foot>
              <Cell head>{t("sum.total")}</Cell>
              <Cell label={t("sum.orgs")} numeric>
                {f.number(total.orgs)}
              </Cell>
              <Cell label={t("sum.members")} numeric>
                {f.number(total.members)}
              </Cell>
              <Cell label={t("sum.unreported")} numeric>
                {f.number(total.unreported)}
              </Cell>
            </Foot>
          </Table>
        </Card>
      )}
    </>
  );
}

/** One organization by itself has a page, not a list. */
const alone = ({ by, at }: Summed, row: SumRow) => by === "party" && row.self && at !== null;

/** The list of exactly those organizations that a line counts. */
function listHref({ by, at }: Summed, row: SumRow): string {
  if (by === "department") {
    if (row.id !== null) return `/orgs?f.dept=${row.id}`;
    return row.self ? "/orgs?f.dept=none" : `/orgs?f.dept=${encodeURIComponent(`~${row.name}`)}`;
  }
  if (row.self && at) return by === "party" ? `/orgs/${at.id}` : `/orgs?u=${at.id}&f.here=yes`;
  return by === "party" ? `/orgs?f.under=${row.id}` : `/orgs?u=${row.id}`;
}
