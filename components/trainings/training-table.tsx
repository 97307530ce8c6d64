/** Trainings as a table, newest first; cards on a phone. */
import { getTranslations } from "next-intl/server";
import { Light } from "#components/ui/light.tsx";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { TrainingRow } from "#lib/domains/trainings/queries/list-trainings.ts";
import type { Audience } from "#lib/domains/trainings/training.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function TrainingTable({ rows }: { rows: TrainingRow[] }) {
  const t = await getTranslations("trainings");
  const f = await getFormats();
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("field.title")}</Column>
        <Column width="date">{t("field.days")}</Column>
        <Column>{t("field.place")}</Column>
        <Column>{t("field.mode")}</Column>
        <Column>{t("field.audience")}</Column>
        <Column>{t("field.topic")}</Column>
        <Column numeric>{t("field.hours")}</Column>
        <Column numeric>{t("field.people")}</Column>
        <Column>{t("field.state")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/trainings/${row.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {row.title}
              </Link>
            </Cell>
            <Cell label={t("field.days")} nowrap>
              {row.fromOn === row.toOn ? row.fromOn : t("days", { from: row.fromOn, to: row.toOn })}
            </Cell>
            <Cell label={t("field.place")}>{row.place}</Cell>
            <Cell label={t("field.mode")} hideStacked>
              {t(`mode.${row.mode}`)}
            </Cell>
            <Cell label={t("field.audience")} hideStacked>
              {t(`audience.${row.audience as Audience}`)}
            </Cell>
            <Cell label={t("field.topic")} hideStacked>
              {t(`topic.${row.topic}`)}
            </Cell>
            <Cell label={t("field.hours")} numeric hideStacked>
              {f.decimal(row.hours)}
            </Cell>
            <Cell label={t("field.people")} numeric>
              {row.known + row.outsiders + row.unknown > 0 ? (
                f.number(row.known + row.outsiders + row.unknown)
              ) : (
                <EmptyMark />
              )}
            </Cell>
            <Cell label={t("field.state")}>
              <TrainingState {...row} />
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

type State = Pick<TrainingRow, "status" | "known" | "outsiders" | "unknown">;

/** Whether the list of who was there is whole. */
export async function TrainingState({ status, known, outsiders, unknown }: State) {
  const t = await getTranslations("trainings");
  if (status === "WITHDRAWN") return <Light state="off" word={t("state.WITHDRAWN")} />;
  if (unknown > 0) return <Light state="watch" word={t("open", { count: unknown })} />;
  if (known + outsiders === 0) return <Light state="none" word={t("state.NOBODY")} />;
  return <Light state="ok" word={t("settledAll")} />;
}
