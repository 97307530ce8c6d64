/** The forms that are kept: what a row of each is, how many columns are matched, and who uses it. */

import { getTranslations } from "next-intl/server";
import { Badge } from "#components/ui/badge.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormLine } from "#lib/domains/table-forms/table-form.ts";

export async function FormList({ forms }: { forms: FormLine[] }) {
  const t = await getTranslations("tables");
  return (
    <Table caption={t("list")} stacked>
      <Head>
        <Column width="wide">{t("line.name")}</Column>
        <Column>{t("line.subject")}</Column>
        <Column numeric>{t("line.known")}</Column>
        <Column>{t("line.place")}</Column>
        <Column>{t("line.changed")}</Column>
      </Head>
      <Body>
        {forms.map((form) => (
          <Row key={form.id}>
            <Cell head>
              <Link
                href={`/tables/${form.id}`}
                className="inline-flex min-h-touch items-center underline desk:min-h-6"
              >
                {form.name}
              </Link>
              {form.checked ? null : (
                <span className="ml-2">
                  <Badge tone="watch">{t("line.unchecked")}</Badge>
                </span>
              )}
              {form.askedBy ? (
                <span className="block text-ink-2 text-note">{t("line.asked", { dept: form.askedBy })}</span>
              ) : null}
            </Cell>
            <Cell label={t("line.subject")}>{t(`subject.${form.subject}`)}</Cell>
            <Cell label={t("line.known")} numeric>
              {t("line.knownOf", { known: form.known, columns: form.columns })}
            </Cell>
            <Cell label={t("line.place")}>{t("line.placeBelow", { place: form.place })}</Cell>
            <Cell label={t("line.changed")}>
              {form.changedOn} {form.accountName}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
