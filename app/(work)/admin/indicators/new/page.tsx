/** Declares an indicator of the office: first what is counted and how, then the form, then the look, then it is published. */

import { getLocale, getTranslations } from "next-intl/server";
import { LookFirst } from "#components/indicators/look-first.tsx";
import { OwnForm } from "#components/indicators/own-form.tsx";
import { AskForm } from "#components/ui/ask-form.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { MEASURES } from "#lib/domains/indicator-versions/indicator-version.ts";
import { firstOpenMonth } from "#lib/domains/indicator-versions/queries/list-indicators.ts";
import { previewNew } from "#lib/domains/indicator-versions/queries/preview-version.ts";
import { countable, FACTS, isFact } from "#lib/indicators/countable.ts";
import { ITEMS, isItem } from "#lib/indicators/items.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveNew } from "../actions.ts";
import { lookAt } from "../look-at.ts";

const PATH = "/admin/indicators/new";

export async function generateMetadata() {
  return { title: (await getTranslations("indicators"))("new.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    if (!mayAnywhere(scope.viewer, "indicator.edit")) throw refused();
    const typed = toParams(search);
    const look = await lookAt(typed, (fields) => previewNew(scope, fields as never));
    return { typed, look, opens: await firstOpenMonth(scope, {}) };
  },
  refused: () => <PermissionNote />,
  render: async ({ typed, look, opens }) => {
    const t = await getTranslations("indicators");
    const cockpit = await getTranslations("cockpit");
    const locale = await getLocale();
    const [item, fact] = [typed.get("item") ?? "", typed.get("fact") ?? ""];
    const measure = MEASURES.find((one) => one === typed.get("measure"));
    const summable = (name: string) =>
      isFact(name) && Object.values(countable(name).columns).some((one) => one.kind === "amount" && one.adds);
    const chosen = measure && isItem(item) && isFact(fact) && (measure !== "sum" || summable(fact));
    const hidden = { item, fact };
    return (
      <>
        <PageHead
          title={t("new.title")}
          note={
            chosen
              ? `${item} ${cockpit(`short.${item}`)} · ${countable(fact).name[locale]} · ${t(`measure.${measure}`)}`
              : t("new.lead")
          }
          back={
            chosen ? { href: PATH, label: t("new.again") } : { href: "/admin/indicators", label: t("title") }
          }
        />
        {look.preview ? (
          <LookFirst preview={look.preview} path={PATH} typed={typed} hidden={hidden} save={saveNew} />
        ) : chosen ? (
          <Card>
            <OwnForm
              path={PATH}
              fact={countable(fact)}
              measure={measure}
              opens={opens}
              typed={typed}
              problem={look.problem}
              hidden={hidden}
            />
          </Card>
        ) : (
          <Card>
            <AskForm path={PATH} problem={look.problem} className="grid max-w-form gap-4">
              <Field name="item" label={t("list.item")} required>
                <Select
                  options={ITEMS.map(({ code }) => ({
                    value: code,
                    label: `${code} ${cockpit(`short.${code}`)}`,
                  }))}
                  defaultValue={item || undefined}
                />
              </Field>
              <Field name="fact" label={t("new.fact")} hint={t("new.factHint")} required>
                <Select
                  options={FACTS.map((value) => ({ value, label: countable(value).name[locale] }))}
                  defaultValue={fact || undefined}
                />
              </Field>
              <ChipGroup
                name="measure"
                label={t("new.measure")}
                kind="radio"
                required
                big
                defaultValue={measure ?? "share"}
                options={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
                hint={measure === "sum" && !chosen ? t("new.noSum") : t("new.sumHint")}
              />
              <div>
                <SubmitButton>{t("new.next")}</SubmitButton>
              </div>
            </AskForm>
          </Card>
        )}
      </>
    );
  },
});
