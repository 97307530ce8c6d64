/** A form for a unit: how much of it is filled, column by column, its first rows, and the file. */

import { getLocale, getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { FilledColumns } from "#components/table-forms/filled-columns.tsx";
import { FormPreview } from "#components/table-forms/form-preview.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { FilterBar, FilterSelect } from "#components/ui/filter-bar.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { toParams, withParams } from "#lib/base/url-state.ts";
import { HOUSEHOLD_STATUSES } from "#lib/domains/households/codes.ts";
import { fillTable } from "#lib/domains/table-forms/queries/fill.ts";
import { getForm } from "#lib/domains/table-forms/queries/forms.ts";
import { ON_REGISTER } from "#lib/domains/table-forms/statuses.ts";
import { BY_HAND, PREVIEW_ROWS, percentOf } from "#lib/domains/table-forms/table-form.ts";
import { page } from "#lib/platform/page.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("tables"))("fill.card") };
}

export default page({
  route: "/tables/[id]",
  load: async (scope, { params, search }) => {
    const address = toParams(search);
    const id = params.id ?? "";
    const only = ON_REGISTER.find((one) => one === address.get("only"));
    const form = await getForm(scope, { id });
    return { form, only, told: await fillTable(scope, { id, unit: address.get("u") ?? undefined, only }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ form, only, told }, { search }) => {
    const t = await getTranslations("tables");
    const locale = await getLocale();
    const params = toParams(search);
    const path = `/tables/${form.id}`;
    const { unit, above, below } = told;
    const labels = (which: (column: (typeof form.columns)[number]) => boolean) =>
      form.columns
        .filter(which)
        .map(({ label }) => label)
        .join("、");
    const unknown = labels(({ field, refused }) => field === null && refused === null);
    const byHand = labels(({ field }) => field === BY_HAND);
    const never = labels(({ refused }) => refused !== null);
    const percent = percentOf(told);
    return (
      <>
        <PageHead
          title={form.name}
          back={{ href: "/tables", label: t("title") }}
          note={[
            form.askedBy && t("line.asked", { dept: form.askedBy }),
            `${t("line.subject")}${t(`subject.${form.subject}`)}`,
          ]
            .filter(Boolean)
            .join(" · ")}
          actions={
            <>
              {above.length + below.length > 0 ? (
                <UnitSwitcher path={path} params={params} units={{ now: unit, above, below }} />
              ) : null}
              {form.mine ? <LinkButton href={`${path}/columns`}>{t("fill.check")}</LinkButton> : null}
              <LinkButton
                kind="primary"
                download
                href={withParams(`/api/tables/${form.id}/file`, params, { u: String(unit.id) })}
              >
                {t("fill.download")}
              </LinkButton>
            </>
          }
        />
        <div className="grid gap-4">
          {form.checked ? null : <Notice tone="watch">{t("fill.unchecked")}</Notice>}
          {told.narrows ? (
            <FilterBar
              path={path}
              params={params}
              own={["only"]}
              clearHref={withParams(path, params, { only: null })}
            >
              <FilterSelect
                name="only"
                label={t("fill.only")}
                value={only}
                all={t("fill.all")}
                options={ON_REGISTER.map((code) => ({
                  value: code,
                  label: HOUSEHOLD_STATUSES.find((one) => one.code === code)?.[locale] ?? code,
                }))}
              />
            </FilterBar>
          ) : null}
          <Card flush title={t("fill.card")}>
            <div className="grid gap-1 px-4 pb-3">
              <p className="text-h3">
                {percent === null
                  ? t("fill.sumNone", { unit: unit.name })
                  : t("fill.sum", {
                      ...{ unit: unit.name, rows: told.rows, cells: told.cells, filled: told.filled },
                      percent: `${percent}%`,
                    })}
              </p>
              {unknown ? <p>{t("fill.unknown", { columns: unknown })}</p> : null}
              {byHand ? <p className="text-ink-2">{t("fill.byHand", { columns: byHand })}</p> : null}
              {never ? <p className="text-ink-2">{t("fill.refused", { columns: never })}</p> : null}
              <p className="text-ink-2 text-note">{t("fill.how")}</p>
              <p className="text-ink-2 text-note">{t("fill.masked")}</p>
            </div>
            <FilledColumns columns={form.columns} fields={form.fields} told={told} />
          </Card>
          {told.rows === 0 ? (
            <EmptyState kind="never" title={t("fill.sumNone", { unit: unit.name })} />
          ) : (
            <Card
              flush
              title={t("fill.previewTitle")}
              note={t("fill.preview", { count: Math.min(PREVIEW_ROWS, told.rows) })}
            >
              <FormPreview columns={form.columns} rows={told.preview} />
            </Card>
          )}
        </div>
      </>
    );
  },
});
