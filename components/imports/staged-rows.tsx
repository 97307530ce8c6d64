/** Rows of the dry run with their problems in words; where several people are meant, a choice among them. */

import { getLocale, getTranslations } from "next-intl/server";
import { problemWords } from "#components/imports/problem-words.ts";
import { RowChanges } from "#components/imports/row-changes.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { ImportRef } from "#lib/domains/imports/import.ts";
import type { StagedRow } from "#lib/domains/imports/queries.ts";
import type { Sheet } from "#lib/domains/imports/sheet.ts";

type Props = { id: string; sheet: Sheet; rows: StagedRow[]; caption: string; pick: FormAction<ImportRef> };

export async function StagedRows({ id, sheet, rows, caption, pick }: Props) {
  const t = await getTranslations("imports");
  const locale = await getLocale();
  const labelOf = (key: string) => sheet.columns.find((column) => column.key === key)?.label[locale] ?? key;
  const roles = sheet.columns.find(({ key }) => key === "role")?.list ?? [];
  const roleOf = (role: string | null) => roles.find(({ code }) => code === role)?.[locale];
  const accounts = sheet.id === "accounts";
  const ofHouseholds = sheet.columns.some(({ key }) => key === "householdNo");
  const nameLabel = ofHouseholds ? t("check.name") : labelOf("name");
  const numberLabel = ofHouseholds ? t("check.number") : accounts ? labelOf("username") : null;
  const changed = rows.some((row) => row.changes.length > 0);
  return (
    <Table caption={caption} stacked>
      <Head>
        <Column numeric>{t("check.rowNo")}</Column>
        <Column>{nameLabel}</Column>
        {numberLabel ? <Column>{numberLabel}</Column> : null}
        {accounts ? <Column>{labelOf("unit")}</Column> : null}
        {accounts ? <Column>{labelOf("role")}</Column> : null}
        {changed ? <Column width="wide">{t("check.changes")}</Column> : null}
        <Column width="wide">{t("check.problem")}</Column>
      </Head>
      <Body>
        {rows.map((row) => (
          <Row key={row.rowNo}>
            <Cell numeric head label={t("check.rowNo")}>
              {row.rowNo}
            </Cell>
            <Cell label={nameLabel} nowrap={numberLabel !== null}>
              {row.name}
            </Cell>
            {numberLabel ? (
              <Cell label={numberLabel}>{(accounts ? row.username : row.householdNo) || <EmptyMark />}</Cell>
            ) : null}
            {accounts ? <Cell label={labelOf("unit")}>{row.place || <EmptyMark />}</Cell> : null}
            {accounts ? <Cell label={labelOf("role")}>{roleOf(row.role) ?? <EmptyMark />}</Cell> : null}
            {changed ? (
              <Cell label={t("check.changes")}>
                <RowChanges sheet={sheet} changes={row.changes} />
              </Cell>
            ) : null}
            <Cell label={t("check.problem")}>
              {row.problems.length === 0 ? <EmptyMark why="notApplicable" /> : null}
              <ul>
                {row.problems.map((problem) => (
                  <li key={`${problem.column} ${problem.key}`} className="flex items-baseline gap-1.5">
                    <Shape
                      state={problem.level === "error" ? "behind" : "watch"}
                      className="size-3 shrink-0"
                    />
                    <span>
                      <strong>{labelOf(problem.column)}</strong> {problemWords(t, problem)}
                    </span>
                  </li>
                ))}
              </ul>
              {row.people && row.problems.some((problem) => problem.key === "helperPick") ? (
                <Form action={pick} className="mt-2 grid gap-1">
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="rowNo" value={row.rowNo} />
                  <fieldset>
                    <legend className="sr-only">{t("check.pick")}</legend>
                    {[...row.people, null].map((person) => (
                      <label key={person?.id ?? "new"} className="flex min-h-control items-center gap-2">
                        <input type="radio" name="helper" value={person?.id ?? "new"} required />
                        {person
                          ? [
                              person.unit,
                              person.post,
                              person.place,
                              person.tail ? t("check.phoneTail", { tail: person.tail }) : null,
                            ]
                              .filter(Boolean)
                              .join(" · ")
                          : t("check.pickNew")}
                      </label>
                    ))}
                  </fieldset>
                  <div>
                    <SubmitButton kind="secondary" size="small">
                      {t("check.pickSave")}
                    </SubmitButton>
                  </div>
                </Form>
              ) : null}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
