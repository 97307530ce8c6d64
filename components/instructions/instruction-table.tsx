/** Instructions as a table, cards on a phone: what was asked about which unit, of whom, by when, and how it stands. */
import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { InstructionRow } from "#lib/domains/instructions/queries/list-instructions.ts";
import { getFormats } from "#lib/i18n/format.ts";
import type { Ratio } from "#lib/indicators/indicator.ts";
import { Clock, StateMark } from "./state-mark.tsx";
import { instructionWords } from "./words.ts";

type Props = { rows: readonly InstructionRow[]; indicators: readonly Ratio[]; today: string };

export async function InstructionTable({ rows, indicators, today }: Props) {
  const t = await getTranslations("instructions");
  const f = await getFormats();
  const locale = await getLocale();
  const words = await instructionWords();
  const nameOf = (id: string | null) => indicators.find((one) => one.id === id)?.name[locale];
  return (
    <Table caption={t("title")} stacked>
      <Head>
        <Column>{t("list.about")}</Column>
        <Column>{t("list.asked")}</Column>
        <Column>{t("list.to")}</Column>
        <Column>{t("list.giver")}</Column>
        <Column>{t("list.state")}</Column>
        <Column>{t("list.due")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.id}>
            <Cell head>
              <Link
                href={`/instructions/${row.id}`}
                className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
              >
                {[row.unit, nameOf(row.indicator)].filter(Boolean).join(" · ")}
              </Link>
            </Cell>
            <Cell label={t("list.asked")}>
              {row.words ? <span className="line-clamp-2">{row.words}</span> : t(`kind.${row.kind}`)}
            </Cell>
            <Cell label={t("list.to")}>{words.whom(row)}</Cell>
            <Cell label={t("list.giver")}>
              {row.giver}
              <span className="block text-ink-2 text-note">{f.day(row.givenOn)}</span>
            </Cell>
            <Cell label={t("list.state")} nowrap>
              <StateMark row={row} today={today} />
              {row.returned > 0 ? (
                <span className="block text-ink-2 text-note">{t("returned", { count: row.returned })}</span>
              ) : null}
            </Cell>
            <Cell label={t("list.due")} nowrap>
              {row.dueOn ? (
                <>
                  {f.day(row.dueOn)}
                  <span className="block text-note">
                    <Clock row={row} today={today} />
                  </span>
                </>
              ) : (
                <EmptyMark why="notApplicable" />
              )}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
