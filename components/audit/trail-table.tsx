/** Rows of the trail as sentences: when, who (and for whom), what was done to which thing, from where; with the ways onward. */
import { getLocale, getTranslations } from "next-intl/server";
import { Disclosure } from "#components/ui/explain.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { Locale } from "#lib/base/preferences.ts";
import { withParams } from "#lib/base/url-state.ts";
import type { TrailRow } from "#lib/domains/audit/queries/list-trail.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { readable, trailWords } from "./trail-words.ts";

const FOLDED = 3;

export async function TrailTable({ rows, path }: { rows: TrailRow[]; path: string }) {
  const t = await getTranslations("audit");
  const f = await getFormats();
  const dictionary = await getTranslations("dictionaries");
  const words = trailWords(t, f, (await getLocale()) as Locale, dictionary);
  const to = (changes: Record<string, string>) => withParams(path, new URLSearchParams(), changes);
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column width="date">{t("column.when")}</Column>
        <Column>{t("column.who")}</Column>
        <Column>{t("column.what")}</Column>
        <Column>{t("column.whom")}</Column>
        <Column>{t("column.from")}</Column>
      </Head>
      <Body>
        {rows.map((row) => {
          const changes = readable(row.changes ?? []);
          const besides = changes.length > 0 ? [] : words.besides(row);
          const onBehalf = words.onBehalf(row);
          return (
            <Row key={String(row.id)}>
              <Cell label={t("column.when")} nowrap>
                <span className="tabular">{f.dayTime(row.at)}</span>
              </Cell>
              <Cell label={t("column.who")}>
                {row.accountId === null ? (
                  words.who(row)
                ) : (
                  <Link
                    href={to({ "f.account": String(row.accountId), "f.days": "30" })}
                    className="inline-flex min-h-touch items-center desk:min-h-6"
                  >
                    {words.who(row)}
                  </Link>
                )}
                {onBehalf ? <div className="text-ink-2 text-note">{onBehalf}</div> : null}
              </Cell>
              <Cell label={t("column.what")} head>
                <div>{words.verb(row.verb)}</div>
                {changes.slice(0, FOLDED).map((change) => (
                  <div key={change.field} className="font-normal">
                    {words.change(change)}
                  </div>
                ))}
                {besides.map((said) => (
                  <div key={said} className="font-normal text-ink-2 text-note">
                    {said}
                  </div>
                ))}
                <Disclosure label={t("more")}>
                  <ul className="font-normal text-note">
                    {changes.slice(FOLDED).map((change) => (
                      <li key={change.field}>{words.change(change)}</li>
                    ))}
                    {row.requestId ? (
                      <li>
                        <Link
                          href={to({ "f.request": row.requestId, "f.days": "all" })}
                          className="inline-flex min-h-touch items-center desk:min-h-6"
                        >
                          {t("sameRequest")}
                        </Link>
                      </li>
                    ) : null}
                    {row.accountId === null ? null : (
                      <li>
                        <Link
                          href={to({ "f.near": String(row.id) })}
                          className="inline-flex min-h-touch items-center desk:min-h-6"
                        >
                          {t("afterwards")}
                        </Link>
                      </li>
                    )}
                  </ul>
                </Disclosure>
              </Cell>
              <Cell label={t("column.whom")}>
                {row.subject ? (
                  <Link
                    href={to({ "f.subject": row.subject, "f.days": "all" })}
                    title={t("subjectTrail")}
                    className="inline-flex min-h-touch items-center underline decoration-line underline-offset-4 desk:min-h-6"
                  >
                    {words.subject(row)}
                  </Link>
                ) : (
                  <EmptyMark />
                )}
                {row.place ? <div className="text-ink-2 text-note">{row.place}</div> : null}
              </Cell>
              <Cell label={t("column.from")}>
                {words.from(row) ? <span className="text-note">{words.from(row)}</span> : <EmptyMark />}
              </Cell>
            </Row>
          );
        })}
      </Body>
    </Table>
  );
}
