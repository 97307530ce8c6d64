/** The rows behind a number that counts no households; each opens the page that tells more. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { SubjectFact } from "#lib/indicators/fact.ts";
import type { SubjectRow } from "#lib/indicators/subject-rows.ts";

/** Where each fact's rows are at home; the room "cockpit" names their columns. */
const PAGES = {
  talents: (id: string) => `/talent/${id}`,
  places: (id: string) => `/talent/demands/${id}`,
  secondments: (id: string) => `/talent/secondments/${id}`,
  memberDuties: (id: string) => `/duties/members/${id}`,
  pledges: (id: string) => `/duties/members/${id}`,
  sampleFindings: (id: string) => `/sample-checks/${id}`,
  needs: (id: string) => `/needs/${id}`,
  serviceClosed: (id: string) => `/service-desk/cases/${id}`,
  serviceDue: (id: string) => `/service-desk/cases/${id}`,
  serviceWindows: (id: string) => `/service-desk/windows?u=${id}`,
} satisfies Record<SubjectFact, (id: string) => string>;

type Props = { of: SubjectFact; caption: string; rows: readonly SubjectRow[] };

export async function SubjectTable({ of, caption, rows }: Props) {
  const t = await getTranslations("cockpit");
  // An answer was given on one day and has no end.
  const ends = of !== "sampleFindings";
  const limited = rows.some(({ dueOn }) => dueOn !== null);
  const from = t(ends ? "rows.from" : "rows.checkedOn");
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column>{t(`rows.case.${of}.name`)}</Column>
        <Column>{t(`rows.case.${of}.detail`)}</Column>
        <Column>{t("rows.place")}</Column>
        <Column width="date">{from}</Column>
        {limited ? <Column width="date">{t("rows.dueOn")}</Column> : null}
        {ends ? <Column width="date">{t("rows.to")}</Column> : null}
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={PAGES[of](row.subjectId)}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.name}
              </Link>
            </Cell>
            <Cell label={t(`rows.case.${of}.detail`)}>{row.detail}</Cell>
            <Cell label={t("rows.place")}>{row.place}</Cell>
            <Cell label={from} nowrap>
              {row.fromOn}
            </Cell>
            {limited ? (
              <Cell label={t("rows.dueOn")} nowrap>
                {row.dueOn ?? <EmptyMark />}
              </Cell>
            ) : null}
            {ends ? (
              <Cell label={t("rows.to")} nowrap hideStacked>
                {row.toOn ?? <EmptyMark why="notDue" />}
              </Cell>
            ) : null}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
