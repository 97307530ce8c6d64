/** How many cases stand at which step, of which kind, and under which unit; every number leads to its rows. */

import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import { withParams } from "#lib/base/url-state.ts";
import { KINDS, STEPS } from "#lib/domains/procedures/procedure.ts";
import type { StepCount, UnitCount } from "#lib/domains/procedures/queries/list.ts";

const PATH = "/procedures";
const link =
  "inline-flex min-h-touch min-w-11 items-center justify-end underline tabular desk:min-h-6 desk:min-w-6";

export async function StepCounts({
  steps,
  params,
}: {
  steps: readonly StepCount[];
  params: URLSearchParams;
}) {
  const t = await getTranslations("procedures");
  const shown = STEPS.filter((step) => steps.some((one) => one.step === step));
  const kinds = KINDS.filter((kind) => steps.some((one) => one.kind === kind));
  return (
    <Table caption={t("list.steps")} scrolls copies={false}>
      <Head>
        <Column>{t("list.kind")}</Column>
        {shown.map((step) => (
          <Column key={step} numeric>
            {t(`step.${step}`)}
          </Column>
        ))}
      </Head>
      <Body>
        {kinds.map((kind) => (
          <Row key={kind}>
            <Cell head nowrap>
              {t(`kind.${kind}`)}
            </Cell>
            {shown.map((step) => {
              const found = steps.find((one) => one.kind === kind && one.step === step);
              return (
                <Cell key={step} numeric>
                  {found ? (
                    <Link className={link} href={withParams(PATH, params, { view: "all", kind, step })}>
                      {found.count}
                    </Link>
                  ) : (
                    <EmptyMark why="notApplicable" />
                  )}
                  {found && found.waiting > 0 ? (
                    <span className="block text-note text-watch">
                      {t("list.waiting", { count: found.waiting })}
                    </span>
                  ) : null}
                </Cell>
              );
            })}
          </Row>
        ))}
      </Body>
    </Table>
  );
}

export async function UnitCounts({
  units,
  params,
}: {
  units: readonly UnitCount[];
  params: URLSearchParams;
}) {
  const t = await getTranslations("procedures");
  const to = (unit: number, state: string, count: number) => (
    <Link className={link} href={withParams(PATH, params, { view: "all", u: String(unit), state })}>
      {count}
    </Link>
  );
  return (
    <Table caption={t("list.units")} copies={false}>
      <Head>
        <Column>{t("list.unit")}</Column>
        <Column numeric>{t("list.open")}</Column>
        <Column numeric>{t("list.objections")}</Column>
        <Column numeric>{t("list.done")}</Column>
      </Head>
      <Body>
        {units.map((unit) => (
          <Row key={unit.id}>
            <Cell head>{unit.name}</Cell>
            <Cell numeric>{to(unit.id, "RUNNING", unit.open)}</Cell>
            <Cell numeric>{to(unit.id, "OBJECTION", unit.objections)}</Cell>
            <Cell numeric>{to(unit.id, "DONE", unit.done)}</Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
