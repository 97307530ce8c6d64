/** One's own views of the list of households: named anew, put first, or taken away; the address of each can be handed on. */

import { getTranslations } from "next-intl/server";
import { OpensBox } from "#components/list-views/view-tools.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import Link from "#components/ui/link.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { viewHref } from "#lib/domains/list-views/list-view.ts";
import { ownViews } from "#lib/domains/list-views/queries.ts";
import { page } from "#lib/platform/page.ts";
import { forgetView, renameView } from "../view-actions.ts";

const LIST = "/households";

export async function generateMetadata() {
  return { title: (await getTranslations("list-views"))("manage.title") };
}

export default page({
  route: "/households/views",
  load: (scope) => ownViews(scope, { list: "households" }),
  render: async (views) => {
    const t = await getTranslations("list-views");
    const households = await getTranslations("households");
    return (
      <>
        <PageHead
          title={t("manage.title")}
          note={t("manage.note")}
          back={{ href: viewHref(LIST, ""), label: households("title") }}
        />
        {views.length === 0 ? <EmptyState kind="never" title={t("manage.none")} /> : null}
        <ul className="grid gap-3">
          {views.map(({ id, name, query, opens, version }) => (
            <li key={id}>
              <Card>
                <Link
                  href={viewHref(LIST, query)}
                  className="inline-flex min-h-touch items-center font-semibold desk:min-h-6"
                >
                  {t("manage.open", { name })}
                </Link>
                <Form action={renameView} id={`change-${id}`} className="mt-2 grid gap-3">
                  <input type="hidden" name="id" value={id} />
                  <input type="hidden" name="version" value={version} />
                  <Field name="name" label={t("save.name")} required>
                    <TextInput maxLength={20} width="medium" defaultValue={name} />
                  </Field>
                  <OpensBox label={t("save.opens")} opens={opens} />
                  <div>
                    <SubmitButton kind="secondary">{t("manage.do")}</SubmitButton>
                  </div>
                </Form>
                <Form action={forgetView} id={`drop-${id}`} className="mt-2" buttonOnly>
                  <input type="hidden" name="id" value={id} />
                  <SubmitButton kind="quiet">{t("manage.drop", { name })}</SubmitButton>
                </Form>
              </Card>
            </li>
          ))}
        </ul>
      </>
    );
  },
});
