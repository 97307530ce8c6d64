/** Each indicator with its target, its steps, and what the targets of the units below come to against it. */
import { getLocale, getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { stepsText } from "#lib/domains/cockpit/target.ts";
import type { TargetBoard, TargetLine } from "#lib/domains/cockpit/targets-query.ts";
import { figureWords, isCount, isShareOfSums, targetShare } from "./figure-words.ts";

export async function TargetTable({ board }: { board: TargetBoard }) {
  const t = await getTranslations("cockpit");
  const locale = await getLocale();
  const { unit, year, lines, children, mayDivide } = board;
  const worded = await Promise.all(
    lines.map(async (line) => ({ line, words: await figureWords(line.indicator) })),
  );
  return (
    <Table caption={t("targets.table")} stacked>
      <Head>
        <Column>{t("targets.indicator")}</Column>
        <Column numeric>{t("targets.own")}</Column>
        <Column>{t("steps.field")}</Column>
        <Column numeric>{t("targets.set")}</Column>
        <Column numeric>{t("targets.together")}</Column>
        <Column>{t("targets.gap")}</Column>
        <Column>{t("targets.deed")}</Column>
      </Head>
      <Body>
        {worded.map(({ line, words }) => (
          <Row key={line.indicator.id}>
            <Cell head>
              {line.indicator.id} {line.indicator.name[locale]}
            </Cell>
            <Cell label={t("targets.own")} numeric>
              {line.target === null ? t("targets.none") : words.target(line.target)}
              {line.inherited ? (
                <span className="ml-1 text-ink-2 text-note">{t("targets.inherited")}</span>
              ) : null}
            </Cell>
            <Cell label={t("steps.field")}>{stepsText(line.steps) || <EmptyMark />}</Cell>
            <Cell label={t("targets.set")} numeric>
              {children === 0 ? (
                <EmptyMark why="notApplicable" />
              ) : (
                t("targets.count", { set: line.cascade.set, of: line.cascade.of })
              )}
            </Cell>
            <Cell label={t("targets.together")} numeric>
              {line.cascade.together === null ? <EmptyMark /> : words.target(line.cascade.together)}
            </Cell>
            <Cell label={t("targets.gap")}>
              <Gap line={line} unit={words.unit} />
            </Cell>
            <Cell label={t("targets.deed")}>
              <Link
                href={`/cockpit/divide?i=${line.indicator.id}&u=${unit.id}&p=${year}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
                aria-label={`${t(mayDivide ? "targets.edit" : "targets.look")} ${line.indicator.id}`}
              >
                {t(mayDivide ? "targets.edit" : "targets.look")}
              </Link>
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function Gap({ line, unit }: { line: TargetLine; unit: string }) {
  const t = await getTranslations("cockpit");
  const { indicator, cascade } = line;
  if (cascade.gap === null) return <EmptyMark />;
  const counts = isCount(indicator);
  const n = Math.abs(cascade.gap);
  const shown = counts
    ? t("value.amount", { n, unit })
    : isShareOfSums(indicator) || !indicator.adds
      ? t(indicator.adds?.over?.per === 1000 ? "targets.permille" : "targets.points", {
          n: targetShare(indicator, n),
        })
      : t("value.amount", { n, unit });
  // Of a sum less is asked for: a lower one is stricter.
  const weaker = indicator.adds ? cascade.gap > 0 : cascade.gap < 0;
  const word = cascade.gap === 0 ? "even" : cascade.gap < 0 ? "short" : "over";
  return (
    <span className="inline-flex items-center gap-1.5">
      <Shape state={cascade.gap === 0 || (!weaker && !counts) ? "ok" : "watch"} />
      {t(`targets.${word}`, { value: shown })}
    </span>
  );
}
