/** Accounts for a list of names: paste or tick, check every line, make them, print the slips. */

import { getTranslations } from "next-intl/server";
import { BulkAnswer } from "#components/accounts/bulk-answer.tsx";
import { bulkWords } from "#components/accounts/bulk-words.ts";
import { PersonSearch } from "#components/accounts/person-search.tsx";
import { UnitPicker } from "#components/accounts/unit-picker.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select, Textarea } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { choosePlace } from "#lib/domains/accounts/queries/choose-place.ts";
import { findPeople } from "#lib/domains/accounts/queries/find-people.ts";
import { env } from "#lib/platform/env.ts";
import { page } from "#lib/platform/page.ts";
import { accountsInBulk } from "../actions.ts";

const PATH = "/admin/accounts/bulk";

export async function generateMetadata() {
  return { title: (await getTranslations("accounts"))("bulk.title") };
}

export default page({
  route: PATH,
  load: async (scope, { search }) => {
    const params = toParams(search);
    const q = (params.get("q") ?? "").trim().slice(0, 40);
    return {
      place: await choosePlace(scope, { unit: params.get("u") ?? undefined }),
      q,
      found: (await findPeople(scope, { q })).filter(({ username }) => !username),
    };
  },
  refused: () => <PermissionNote />,
  render: async ({ place, q, found }) => {
    const t = await getTranslations("accounts");
    return (
      <>
        <PageHead title={t("bulk.title")} back={{ href: "/admin/accounts", label: t("title") }} />
        <div className="group/bulk grid max-w-4xl gap-4 print:max-w-none">
          {/* Once the slips stand there, no link beside them may lead away: they are shown only once. */}
          <div className="grid gap-4 group-has-data-slips/bulk:hidden print:hidden">
            <Card>
              <UnitPicker path={PATH} {...place} />
            </Card>
            <Card title={t("bulk.people")}>
              <PersonSearch path={PATH} q={q} keep={{ u: String(place.now.id) }} />
            </Card>
          </div>
          {place.roles.length === 0 ? <Notice tone="watch">{t("create.roleNone")}</Notice> : null}
          <Form action={accountsInBulk}>
            <input type="hidden" name="divisionId" value={place.now.id} />
            <BulkAnswer
              words={await bulkWords(env.ORIGIN ?? "")}
              make={
                <SubmitButton name="step" value="make" pending={t("bulk.making")}>
                  {t("bulk.make")}
                </SubmitButton>
              }
            >
              <div className="grid gap-4">
                {found.length > 0 ? (
                  <ChipGroup
                    name="people"
                    label={t("bulk.people")}
                    kind="checkbox"
                    options={found.map(({ id, name, unit, place: at, post }) => ({
                      value: id,
                      label: [name, unit ?? at, post].filter(Boolean).join(" · "),
                    }))}
                  />
                ) : q === "" ? null : (
                  <p className="text-ink-2">{t("create.foundNone", { q })}</p>
                )}
                <Field name="text" label={t("bulk.text")} hint={t("bulk.textHint")}>
                  <Textarea rows={10} maxLength={100_000} />
                </Field>
                <Field name="role" label={t("bulk.role")} hint={t("bulk.roleHint")}>
                  <Select
                    width="medium"
                    empty={t("create.chooseRole")}
                    options={place.roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
                  />
                </Field>
                <div>
                  <SubmitButton name="step" value="rehearse" pending={t("bulk.checking")}>
                    {t("bulk.rehearse")}
                  </SubmitButton>
                </div>
              </div>
            </BulkAnswer>
          </Form>
        </div>
      </>
    );
  },
});
