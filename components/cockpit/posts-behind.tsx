/** The rows behind a figure of teams: villages with what they lack, or secretaries' posts with the days that they stood empty. */
import { getLocale, getTranslations } from "next-intl/server";
import { nameOf } from "#components/dictionaries/words.ts";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import type { PostBehind } from "#lib/indicators/post-rows.ts";

type Props = { rows: readonly PostBehind[]; indicator: Ratio; kinds: readonly Entry[] };

const link = "inline-flex min-h-touch items-center desk:min-h-6";

export async function PostsBehind({ rows, indicator, kinds }: Props) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  const caption = t("rows.title", { name: indicator.name[locale] });
  return (
    <Card flush>
      {indicator.of === "teams" ? (
        <Teams rows={rows} caption={caption} kinds={kinds} />
      ) : (
        <Secretaries rows={rows} caption={caption} />
      )}
    </Card>
  );
}

async function Teams({
  rows,
  caption,
  kinds,
}: {
  rows: Props["rows"];
  caption: string;
  kinds: Props["kinds"];
}) {
  const t = await getTranslations("cockpit");
  const words = await getTranslations("dictionaries");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const named = (code: string) => {
    const entry = kinds.find((one) => one.code === code);
    return entry ? nameOf(entry, locale, (key) => words(`default.${key as "SECRETARY"}`)) : code;
  };
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column>{t("rows.village")}</Column>
        <Column>{t("rows.above")}</Column>
        <Column numeric>{t("rows.places")}</Column>
        <Column numeric>{t("rows.filled")}</Column>
        <Column>{t("rows.lacking")}</Column>
        <Column width="date">{t("rows.sinceShort")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link href={`/cadres?u=${row.divisionId}`} className={link}>
                {row.place}
              </Link>
            </Cell>
            <Cell label={t("rows.above")}>{row.above ?? <EmptyMark />}</Cell>
            <Cell label={t("rows.places")} numeric>
              {row.places}
            </Cell>
            <Cell label={t("rows.filled")} numeric>
              {row.filled}
            </Cell>
            <Cell label={t("rows.lacking")}>
              {row.lacking.length > 0 ? row.lacking.map(named).join("、") : <EmptyMark why="notApplicable" />}
            </Cell>
            <Cell label={t("rows.sinceShort")} nowrap>
              {row.since ?? <EmptyMark why="notApplicable" />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function Secretaries({ rows, caption }: { rows: Props["rows"]; caption: string }) {
  const t = await getTranslations("cockpit");
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column>{t("rows.org")}</Column>
        <Column>{t("rows.place")}</Column>
        <Column>{t("rows.holder")}</Column>
        <Column numeric>{t("rows.days")}</Column>
        <Column width="date">{t("rows.sinceShort")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link href={`/cadres/posts/${row.id}`} className={link}>
                {row.orgName}
              </Link>
            </Cell>
            <Cell label={t("rows.place")}>{[row.above, row.place].filter(Boolean).join(" ")}</Cell>
            <Cell label={t("rows.holder")}>
              {row.personId ? (
                <Link href={`/cadres/${row.personId}`} className={link}>
                  {row.holder}
                </Link>
              ) : (
                t("rows.vacant")
              )}
            </Cell>
            <Cell label={t("rows.days")} numeric>
              {t("rows.forDays", { n: row.days ?? 0 })}
            </Cell>
            <Cell label={t("rows.sinceShort")} nowrap>
              {row.since ?? <EmptyMark why="notApplicable" />}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
