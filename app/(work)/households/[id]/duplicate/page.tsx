/** Two files side by side: the one that ends, the one that stays, and for each member of the former whether he stands in the latter already. */

import { getLocale, getTranslations } from "next-intl/server";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { EmptyState, PermissionNote } from "#components/ui/states.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { codeName, HOUSEHOLD_STATUSES, offered, RELATIONS } from "#lib/domains/households/codes.ts";
import { likeness } from "#lib/domains/lives/duplicate.ts";
import { type Neighbor, neighbors } from "#lib/domains/lives/queries/neighbors.ts";
import { type File, twoFiles } from "#lib/domains/lives/queries/two-files.ts";
import { page } from "#lib/platform/page.ts";
import { saveDuplicate } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("alike.compare")}` };
}

export default page({
  route: "/households/[id]/duplicate",
  load: async (scope, { params, search }) => {
    const household = params.id ?? "";
    const other = toParams(search).get("of");
    if (!other || other === household)
      return { files: null, household, choices: await neighbors(scope, { household }) };
    const [ends, stays] = await twoFiles(scope, { household, other });
    return { files: { ends, stays }, household, choices: [] };
  },
  refused: () => <PermissionNote />,
  render: async ({ files, household, choices }, { today }) => {
    const t = await getTranslations("lives");
    if (!files) return <OtherFile household={household} choices={choices} />;
    const { ends, stays } = files;
    const common = await getTranslations("common");
    const locale = await getLocale();
    const relations = offered(RELATIONS, today)
      .filter(({ code }) => code !== "HEAD")
      .map((one) => ({ value: one.code, label: t("alike.comes", { relation: one[locale] }) }));
    const options = [{ value: "SAME", label: t("alike.same") }, ...relations];
    const known = (name: string) =>
      stays.roll.some((one) => likeness({ headName: one.name }, { headName: name }) !== null);
    return (
      <>
        <PageHead
          title={t("alike.compare")}
          back={{ href: "/households/duplicates", label: t("alike.title") }}
          note={t("alike.mergeNote")}
        />
        <div className="grid gap-4">
          <div className="grid gap-4 pad:grid-cols-2">
            <FileCard file={ends} title={t("alike.ends")} />
            <FileCard file={stays} title={t("alike.stays")} />
          </div>
          <p>
            <LinkButton kind="quiet" href={`/households/${stays.id}/duplicate?of=${ends.id}`}>
              {t("alike.swap")}
            </LinkButton>
          </p>
          <Card title={t("alike.members", { name: ends.headName })}>
            <Form action={saveDuplicate} className="grid max-w-xl gap-4">
              <input type="hidden" name="householdId" value={ends.id} />
              <input type="hidden" name="keptId" value={stays.id} />
              {ends.roll.map((one) => (
                <Field
                  key={one.personId}
                  name={`relation.${one.personId}`}
                  label={t("named", {
                    name: one.name,
                    relation: codeName(RELATIONS, one.relation, locale) ?? one.relation,
                  })}
                  required
                >
                  <Select
                    options={options}
                    empty={common("choose")}
                    defaultValue={known(one.name) ? "SAME" : ""}
                    width="medium"
                  />
                </Field>
              ))}
              <div className="flex gap-2">
                <SubmitButton kind="danger">{t("alike.merge")}</SubmitButton>
                <LinkButton kind="quiet" href="/households/duplicates">
                  {common("back")}
                </LinkButton>
              </div>
            </Form>
          </Card>
        </div>
      </>
    );
  },
});

/** Without the other file it is asked for: one of the same village. */
async function OtherFile({ household, choices }: { household: string; choices: Neighbor[] }) {
  const t = await getTranslations("lives");
  return (
    <>
      <PageHead
        title={t("alike.compare")}
        back={{ href: "/households/duplicates", label: t("alike.title") }}
        note={t("alike.mergeNote")}
      />
      <Card>
        {choices.length === 0 ? (
          <EmptyState kind="never" title={t("alike.alone")} />
        ) : (
          <form method="get" action={`/households/${household}/duplicate`} className="grid max-w-xl gap-4">
            <label className="grid gap-1">
              <span className="font-semibold">{t("alike.which")}</span>
              <select
                name="of"
                required
                className="min-h-control rounded-control border border-control bg-card px-3"
              >
                {choices.map((one) => (
                  <option key={one.id} value={one.id}>
                    {t("tieFile", { name: one.headName, number: one.householdNo })}
                  </option>
                ))}
              </select>
            </label>
            <div>
              <Button type="submit">{t("alike.compare")}</Button>
            </div>
          </form>
        )}
      </Card>
    </>
  );
}

async function FileCard({ file, title }: { file: File; title: string }) {
  const t = await getTranslations("lives");
  const locale = await getLocale();
  const names = file.roll
    .map((one) =>
      t("named", { name: one.name, relation: codeName(RELATIONS, one.relation, locale) ?? one.relation }),
    )
    .join(t("comma"));
  return (
    <Card title={title}>
      <SummaryList
        items={[
          { label: t("then.head"), value: t("tieFile", { name: file.headName, number: file.householdNo }) },
          { label: t("then.place"), value: [file.place, file.groupName].filter(Boolean).join(" ") },
          {
            label: t("then.status"),
            value: codeName(HOUSEHOLD_STATUSES, file.status, locale) ?? file.status,
          },
          { label: t("then.members"), value: t("then.of", { count: file.roll.length, members: names }) },
          {
            label: t("rehearsal.stays"),
            value: t("tieHas", { visits: file.visits, pairings: file.pairings }),
          },
        ]}
      />
    </Card>
  );
}
