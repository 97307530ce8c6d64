/** One indicator: how it is counted now, all its versions, and the form that publishes the next one after a look at what it would change. */

import { getLocale, getTranslations } from "next-intl/server";
import { HowCountedText } from "#components/cockpit/how-counted.tsx";
import { LookFirst } from "#components/indicators/look-first.tsx";
import { MonthField } from "#components/indicators/month-field.tsx";
import { OwnForm } from "#components/indicators/own-form.tsx";
import { ThresholdForm } from "#components/indicators/threshold-form.tsx";
import { VersionTable } from "#components/indicators/version-table.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { measureOf, showIndicator } from "#lib/domains/indicator-versions/queries/list-indicators.ts";
import { previewOwn, previewThreshold } from "#lib/domains/indicator-versions/queries/preview-version.ts";
import { countable } from "#lib/indicators/countable.ts";
import { WATCH_FROM } from "#lib/indicators/light.ts";
import { isOwn } from "#lib/indicators/own.ts";
import { EPOCH } from "#lib/indicators/version.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { retire, saveOwn, saveThreshold, withdraw } from "../actions.ts";
import { lookAt } from "../look-at.ts";

const SAVED = ["published", "declared", "retired"] as const;

export async function generateMetadata({ params }: { params: Promise<{ id: string }> }) {
  return { title: `${(await params).id} · ${(await getTranslations("indicators"))("one")}` };
}

export default page({
  route: "/admin/indicators/[id]",
  load: async (scope, { params, search }) => {
    if (!mayAnywhere(scope.viewer, "indicator.edit")) throw refused();
    const id = (params.id ?? "").slice(0, 20);
    const shown = await showIndicator(scope, { indicator: id });
    const typed = toParams(search);
    const look = await lookAt(typed, (fields) =>
      isOwn(id)
        ? previewOwn(scope, { ...fields, indicator: id } as never)
        : previewThreshold(scope, { ...fields, indicator: id } as never),
    );
    return { shown, typed, look };
  },
  refused: () => <PermissionNote />,
  render: async ({ shown, typed, look }, { search, today }) => {
    const t = await getTranslations("indicators");
    const cockpit = await getTranslations("cockpit");
    const locale = await getLocale();
    const { declaration, own, versions, opens, over } = shown;
    const { id, item } = declaration;
    const path = `/admin/indicators/${id}`;
    const saved = SAVED.find((one) => one === search.saved);
    const filled = new URLSearchParams({ ...shown.typed, ...Object.fromEntries(typed) });
    return (
      <>
        <PageHead
          title={`${id} ${declaration.name[locale]}`}
          note={`${cockpit(`short.${item}`)} · ${t(own ? "origin.OFFICE" : "origin.PROGRAM")}`}
          back={{ href: "/admin/indicators", label: t("title") }}
          actions={
            shown.state === "inForce" ? (
              <Link
                href={`/cockpit/${item}/${id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {t("toFigures")}
              </Link>
            ) : null
          }
        />
        {saved ? (
          <div role="status" className="mb-3">
            <Notice tone="ok">{t(`saved.${saved}`)}</Notice>
          </div>
        ) : null}
        {look.preview ? (
          <LookFirst
            preview={look.preview}
            path={path}
            typed={typed}
            hidden={{ indicator: id }}
            save={own ? saveOwn : saveThreshold}
          />
        ) : (
          <div className="grid grid-cols-1 gap-4">
            <Card title={cockpit("how.label")}>
              <HowCountedText indicator={declaration} asOf={today} />
            </Card>
            <Card title={t("versions.title")} note={t("versions.note")} flush>
              <VersionTable versions={versions} first={EPOCH} withdraw={withdraw} />
            </Card>
            {over ? null : (
              <Card title={t("publish.title")} note={t(own ? "publish.own" : "publish.program")}>
                {own ? (
                  <OwnForm
                    path={path}
                    fact={countable(declaration.of)}
                    measure={measureOf(declaration)}
                    opens={opens}
                    typed={filled}
                    problem={look.problem}
                    hidden={{}}
                  />
                ) : (
                  <ThresholdForm
                    path={path}
                    opens={opens}
                    now={(declaration.watchFrom ?? WATCH_FROM) / 100}
                    typed={typed}
                    problem={look.problem}
                  />
                )}
              </Card>
            )}
            {own && !over ? (
              <Card>
                <Disclosure label={t("retire.title")}>
                  <Form action={retire} id="retire" className="mt-3 grid max-w-form gap-4">
                    <input type="hidden" name="indicator" value={id} />
                    <p>{t("retire.note")}</p>
                    <MonthField opens={opens} />
                    <Field name="why" label={t("form.why")} required>
                      <Textarea rows={2} maxLength={300} />
                    </Field>
                    <div>
                      <SubmitButton kind="danger">{t("retire.deed")}</SubmitButton>
                    </div>
                  </Form>
                </Disclosure>
              </Card>
            ) : null}
          </div>
        )}
      </>
    );
  },
});
