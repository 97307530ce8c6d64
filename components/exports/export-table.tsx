/** Exports with their states: one's own to fetch, those of others to decide about. */

import { getLocale, getTranslations } from "next-intl/server";
import { buttonClass } from "#components/ui/button-class.ts";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Light } from "#components/ui/light.tsx";
import type { LightState } from "#components/ui/shape.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ExportLine, ExportStatus } from "#lib/domains/exports/export.ts";
import { SEEN_LISTS } from "#lib/domains/exports/sheet-ids.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";

type Line = ExportLine & { mine: boolean; decidable: boolean };
type Props = { lines: Line[]; decide: FormAction<{ id: string }> };

const LOOKS: Record<ExportStatus, LightState> = {
  TAKEN: "ok",
  ASKED: "watch",
  APPROVED: "ok",
  REFUSED: "behind",
  EXPIRED: "off",
};

export async function ExportTable({ lines, decide }: Props) {
  const t = await getTranslations("exports");
  const locale = await getLocale();
  return (
    <Table caption={t("list")} stacked>
      <Head>
        <Column width="date">{t("column.time")}</Column>
        <Column>{t("column.what")}</Column>
        <Column>{t("column.unit")}</Column>
        <Column>{t("column.by")}</Column>
        <Column>{t("column.status")}</Column>
        <Column numeric>{t("column.rows")}</Column>
        <Column width="wide">{t("column.deed")}</Column>
      </Head>
      <Body>
        {lines.map((line) => (
          <Row key={line.id}>
            <Cell head nowrap>
              {line.createdAt}
            </Cell>
            <Cell label={t("column.what")}>
              {sheetById(line.what)?.title[locale] ??
                t(`seen.${SEEN_LISTS.find((list) => list === line.what) ?? "households"}`)}
              <span className="block text-ink-2 text-note">
                {line.unmasked ? t("clear", { reason: line.reason ?? "" }) : line.conditions || t("masked")}
              </span>
            </Cell>
            <Cell label={t("column.unit")}>{line.place}</Cell>
            <Cell label={t("column.by")}>{line.accountName}</Cell>
            <Cell label={t("column.status")}>
              <Light state={LOOKS[line.status]} word={t(`status.${line.status}`)} />
              <Detail line={line} />
            </Cell>
            <Cell label={t("column.rows")} numeric>
              {line.rows ?? <EmptyMark why="notApplicable" />}
            </Cell>
            <Cell label={t("column.deed")}>
              {line.mine && line.status === "APPROVED" ? (
                // A plain link: one through the router would ask for the file twice, and a download could not lead to the confirmation.
                <a className={buttonClass({ size: "small" })} href={`/api/exports/${line.id}`}>
                  {t("fetch")}
                </a>
              ) : null}
              {line.decidable ? <Decide id={line.id} decide={decide} /> : null}
              {line.mine && line.status === "ASKED" ? t("waiting") : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

async function Detail({ line }: { line: Line }) {
  const t = await getTranslations("exports");
  const parts = [
    line.decidedName ? t("decidedBy", { name: line.decidedName }) : null,
    line.status === "APPROVED" && line.expiresAt ? t("until", { time: line.expiresAt }) : null,
    line.refusedFor || null,
    line.unmasked && line.downloads > 0 ? t("fetched", { count: line.downloads }) : null,
  ];
  return <span className="block text-ink-2 text-note">{parts.filter(Boolean).join(" · ")}</span>;
}

async function Decide({ id, decide }: { id: string; decide: Props["decide"] }) {
  const t = await getTranslations("exports");
  return (
    <Form action={decide} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="id" value={id} />
      <input
        name="refusedFor"
        maxLength={200}
        aria-label={t("decide.why")}
        placeholder={t("decide.why")}
        className={inputClass}
      />
      <SubmitButton size="small" name="decision" value="approve">
        {t("decide.approve")}
      </SubmitButton>
      <SubmitButton size="small" kind="danger" name="decision" value="refuse">
        {t("decide.refuse")}
      </SubmitButton>
    </Form>
  );
}
