/** The facts of an organization of the industry chain, to be corrected; and the end of its operation. */

import { getTranslations } from "next-intl/server";
import { EntityForm } from "#components/industry/entity-form.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Textarea } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { seatsAround } from "#lib/domains/industry/queries/entity-choices.ts";
import { getEntity } from "#lib/domains/industry/queries/get-entity.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveClosing, saveFacts } from "../../actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("industry");
  return { title: `${t("title")} · ${t("form.edit")}` };
}

export default page({
  route: "/industry/[id]/edit",
  load: async (scope, { params }) => {
    const entity = await getEntity(scope, { id: params.id ?? "" });
    if (entity.closedOn !== null || !may(scope.viewer, "industry.edit", entity.divisionId)) throw refused();
    const choices = await seatsAround(scope, { unitId: entity.divisionId });
    return {
      entity,
      choices,
      seats: choices.seats.filter(({ id }) => may(scope.viewer, "industry.edit", id)),
    };
  },
  refused: async () => {
    const t = await getTranslations("industry");
    return <PermissionNote>{t("denied")}</PermissionNote>;
  },
  render: async ({ entity, choices, seats }, { today }) => {
    const t = await getTranslations("industry");
    return (
      <>
        <PageHead
          title={`${t("form.edit")} · ${entity.name}`}
          back={{ href: `/industry/${entity.id}`, label: entity.name }}
        />
        <EntityForm entity={entity} choices={choices} seats={seats} today={today} save={saveFacts} />
        <div className="mt-8 max-w-3xl border-line border-t pt-4">
          <Disclosure label={t("close.open")}>
            <p className="text-ink-2">{t("close.hint")}</p>
            <Form action={saveClosing} id="close" className="mt-2 grid gap-4">
              <input type="hidden" name="id" value={entity.id} />
              <input type="hidden" name="version" value={entity.version} />
              <Field name="closedOn" label={t("close.day")} required>
                <DateInput today={today} max={today} defaultValue={today} />
              </Field>
              <Field name="why" label={t("close.why")} required>
                <Textarea rows={2} maxLength={200} />
              </Field>
              <div>
                <SubmitButton kind="danger">{t("close.save")}</SubmitButton>
              </div>
            </Form>
          </Disclosure>
        </div>
      </>
    );
  },
});
