/** The second step of a change of a tree: from which day, old beside new, what it would touch, and below it the deed. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Sight } from "#lib/domains/divisions/touched.ts";
import { getFormats } from "#lib/i18n/format.ts";

type Props = {
  today: string;
  effectiveOn: string;
  /** Names that stand there already: said, not refused. */
  sameNames: readonly string[];
  row: { label: string; from: string; to: string };
  children: ReactNode;
};

export async function RehearsalFrame({ today, effectiveOn: day, sameNames, row, children }: Props) {
  const t = await getTranslations("trees");
  return (
    <Card
      title={t("rehearsal.title")}
      note={day <= today ? t("rehearsal.today", { day }) : t("rehearsal.later", { day })}
    >
      <div className="grid gap-4">
        {sameNames.map((name) => (
          <Notice key={name} tone="watch">
            {t("rehearsal.sameName", { name })}
          </Notice>
        ))}
        <Table caption={t("rehearsal.title")}>
          <Head>
            <Column>{t("rehearsal.what")}</Column>
            <Column>{t("rehearsal.before")}</Column>
            <Column>{t("rehearsal.after")}</Column>
          </Head>
          <Body>
            <Row>
              <Cell head>{row.label}</Cell>
              <Cell>{row.from || t("rehearsal.nothing")}</Cell>
              <Cell>
                <strong>{row.to}</strong>
              </Cell>
            </Row>
          </Body>
        </Table>
        {children}
      </div>
    </Card>
  );
}

/** One line each: what, how many, and what becomes of it. */
export type TouchedLine = [label: string, count: number, what: string];

export async function TouchedTable({ lines }: { lines: readonly TouchedLine[] }) {
  const t = await getTranslations("trees");
  const f = await getFormats();
  return (
    <Table caption={t("rehearsal.touches")} showCaption>
      <Body>
        {lines.map(([label, count, what]) => (
          <Row key={label}>
            <Cell head>{label}</Cell>
            <Cell numeric>{f.number(count)}</Cell>
            <Cell>{what}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}

/** Whose sight changes, by name as far as there is room. */
export async function peopleOf({ count, names }: Sight["gain"]): Promise<string> {
  const t = await getTranslations("trees");
  if (count === 0) return t("rehearsal.noOne");
  // People of other units are counted and not named.
  if (names.length === 0) return "";
  return count > names.length ? t("rehearsal.people", { names: names.join("、") }) : names.join("、");
}

export function Carried({ fields }: { fields: Record<string, string> }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
