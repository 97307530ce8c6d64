/** Step three: where the header stands, and which column of the file is which of ours. */

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ColumnMatch } from "#components/imports/column-match.tsx";
import { ImportBusy } from "#components/imports/import-busy.tsx";
import { ImportSteps } from "#components/imports/import-steps.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { columnLetters } from "#lib/base/column-letters.ts";
import { getImport } from "#lib/domains/imports/queries.ts";
import { sheetById } from "#lib/domains/imports/sheets/all.ts";
import { page } from "#lib/platform/page.ts";
import { notFound } from "#lib/platform/problem.ts";
import { forgetMatching, readAgain, startCheck, stopImport } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("imports");
  return { title: `${t("title")} · ${t("step.columns")}` };
}

export default page({
  route: "/imports/[id]/columns",
  load: async (scope, { params }) => {
    const found = await getImport(scope, { id: params.id ?? "" });
    const sheet = sheetById(found.sheet);
    if (!sheet) throw notFound();
    return { found, sheet };
  },
  render: async ({ found, sheet }) => {
    const t = await getTranslations("imports");
    const locale = await getLocale();
    const here = `/imports/${found.id}/columns`;
    const due = found.status === "READ" || found.status === "CHECKED";
    // A file that could not be read has no columns, and what is under way or over stands elsewhere.
    if (!due && found.status !== "UPLOADED") redirect(`/imports/${found.id}`);
    const { columns = [], missing = [], sheets = [], head = [], hiddenRows = 0 } = found.preview;
    const width = Math.max(0, ...head.map((row) => row.texts.length));
    const letters = Array.from({ length: width }, (_value, index) => columnLetters(index));
    const labels = missing.map(
      (key) => sheet.columns.find((column) => column.key === key)?.label[locale] ?? key,
    );
    const failure = found.failure as "failure.busy" | null;
    const remembered = columns.filter((column) => column.remembered).length;
    return (
      <>
        <PageHead
          title={t("columns.title")}
          back={{ href: "/imports", label: t("title") }}
          note={`${sheet.title[locale]} · ${found.place} · ${found.fileName}`}
        />
        <ImportSteps
          now="columns"
          links={{ template: "/imports/new", upload: `/imports/new/upload?sheet=${sheet.id}` }}
        />
        {failure && !found.failure?.startsWith("refused.") ? (
          <div className="mb-3">
            <Notice tone="behind">{t(failure)}</Notice>
          </div>
        ) : null}
        {found.status === "UPLOADED" ? <ImportBusy found={found} here={here} stop={stopImport} /> : null}
        {due ? (
          <div className="grid gap-4">
            {found.headerRow === null ? <Notice tone="behind">{t("columns.noHeader")}</Notice> : null}
            {found.headerRow !== null && labels.length > 0 ? (
              <Notice tone="watch">{t("columns.missing", { columns: labels.join(" · ") })}</Notice>
            ) : null}
            {remembered > 0 ? (
              <Notice>
                <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  {t("columns.rememberedLead", { count: remembered })}
                  <Form action={forgetMatching} buttonOnly>
                    <input type="hidden" name="id" value={found.id} />
                    <SubmitButton kind="quiet" size="small">
                      {t("columns.forget")}
                    </SubmitButton>
                  </Form>
                </div>
              </Notice>
            ) : null}
            {columns.length > 0 ? (
              <Card
                flush
                title={t("columns.lead", { known: columns.filter((column) => column.key !== null).length })}
              >
                <Form action={startCheck}>
                  <input type="hidden" name="id" value={found.id} />
                  <ColumnMatch sheet={sheet} columns={columns} mapping={found.mapping} />
                  <div className="grid gap-3 border-line border-t p-4">
                    {hiddenRows > 0 ? (
                      <ChipGroup
                        name="hidden"
                        label={t("columns.hidden", { count: hiddenRows })}
                        hint={t("columns.hiddenHint")}
                        kind="radio"
                        options={[
                          { value: "include", label: t("columns.hiddenInclude") },
                          { value: "skip", label: t("columns.hiddenSkip") },
                        ]}
                        required
                      />
                    ) : null}
                    <label className="flex min-h-control items-center gap-2">
                      <input type="checkbox" name="remember" value="yes" defaultChecked />
                      {t("columns.remember")}
                    </label>
                    <div>
                      <SubmitButton>{t("columns.next")}</SubmitButton>
                    </div>
                  </div>
                </Form>
              </Card>
            ) : null}
            <Card title={t("columns.header")}>
              <Form action={readAgain} className="grid max-w-xl gap-4">
                <input type="hidden" name="id" value={found.id} />
                <Field name="sheetName" label={t("columns.worksheet")} required>
                  <Select
                    options={sheets.map((name) => ({ value: name, label: name }))}
                    defaultValue={found.sheetName ?? undefined}
                  />
                </Field>
                <Field name="headerRow" label={t("columns.headerRow")} required>
                  <TextInput inputMode="numeric" defaultValue={String(found.headerRow ?? 1)} width="short" />
                </Field>
                <div>
                  <SubmitButton kind="secondary">{t("columns.headerAgain")}</SubmitButton>
                </div>
              </Form>
              <div className="mt-4">
                <Table caption={t("columns.head")} showCaption scrolls copies={false}>
                  <Head>
                    <Column numeric>{t("columns.row")}</Column>
                    {letters.map((letter) => (
                      <Column key={letter}>{letter}</Column>
                    ))}
                  </Head>
                  <Body>
                    {head.map((row) => (
                      <Row key={row.rowNo} selected={row.rowNo === found.headerRow}>
                        <Cell numeric head>
                          {row.rowNo}
                        </Cell>
                        {letters.map((letter, index) => (
                          <Cell key={letter}>{row.texts[index] ?? ""}</Cell>
                        ))}
                      </Row>
                    ))}
                  </Body>
                </Table>
              </div>
            </Card>
          </div>
        ) : null}
      </>
    );
  },
});
