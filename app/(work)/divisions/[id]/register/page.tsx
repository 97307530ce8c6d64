/** The register of a village by year: its own facts to fill in, and what other rows tell; for a unit above, its villages. */

import { getTranslations } from "next-intl/server";
import { FactFields } from "#components/facts/fact-fields.tsx";
import { FactList } from "#components/facts/fact-list.tsx";
import { principals } from "#components/posts/secretary.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { told } from "#components/village-register/told.tsx";
import { VillageList } from "#components/village-register/village-list.tsx";
import { may } from "#lib/domains/accounts/roles.ts";
import { showTeam } from "#lib/domains/posts/queries/team.ts";
import { villageRegister } from "#lib/domains/village-register/queries.ts";
import { VILLAGE_FACTS, VILLAGE_SECTIONS } from "#lib/domains/village-register/village-columns.ts";
import { page } from "#lib/platform/page.ts";
import { saveVillage } from "./actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("villages"))("title") };
}

export default page({
  route: "/divisions/[id]/register",
  load: async (scope, { params, search }) => {
    const year = typeof search.y === "string" && /^20\d\d$/.test(search.y) ? Number(search.y) : null;
    const register = await villageRegister(scope, { id: params.id, year });
    const team = register.level === "VILLAGE" ? await showTeam(scope, { divisionId: register.id }) : null;
    return { register, team };
  },
  render: async ({ register, team }, { viewer, search, today }) => {
    const t = await getTranslations("villages");
    const common = await getTranslations("common");
    const { id, name, year, years, texts } = register;
    const own = `/divisions/${id}/register`;
    const mayEdit = register.level === "VILLAGE" && may(viewer, "household.edit", id);
    const edits = mayEdit && search.edit !== undefined;
    return (
      <>
        <PageHead
          title={t("of", { name, year: String(year) })}
          back={{ href: `/divisions/${id}`, label: name }}
          note={t("lead")}
          actions={
            <div className="flex flex-wrap gap-2">
              {register.level === "VILLAGE" ? (
                <LinkButton href={`/households/print?u=${id}`}>{t("print")}</LinkButton>
              ) : null}
              {mayEdit && !edits ? (
                <LinkButton kind="primary" href={`${own}?y=${year}&edit=1`}>
                  {t("fill")}
                </LinkButton>
              ) : null}
            </div>
          }
        />
        {search.saved ? (
          <div className="mb-3" role="status">
            <Notice tone="ok">{t("saved")}</Notice>
          </div>
        ) : null}
        <Tabs
          label={t("years")}
          items={years.map((one) => ({
            href: `${own}?y=${one}`,
            label: t("year", { year: String(one) }),
            current: one === year,
          }))}
        />
        {team === null ? (
          <Card flush title={t("below")}>
            <VillageList below={register.below} facts={register.facts} year={year} />
          </Card>
        ) : edits ? (
          <Form key={year} action={saveVillage} className="grid gap-4">
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="year" value={year} />
            <input type="hidden" name="version" value={register.version} />
            {VILLAGE_SECTIONS.map((section) => (
              <Card key={section} title={t(`section.${section}`)}>
                <div className="grid gap-4 pad:grid-cols-2 desk:grid-cols-3">
                  <FactFields
                    facts={VILLAGE_FACTS.filter((fact) => fact.section === section)}
                    texts={texts}
                    today={today}
                  />
                </div>
              </Card>
            ))}
            <div className="flex gap-2">
              <SubmitButton>{common("save")}</SubmitButton>
              <LinkButton kind="quiet" href={`${own}?y=${year}`}>
                {common("back")}
              </LinkButton>
            </div>
          </Form>
        ) : (
          <div className="grid gap-4">
            <Card title={t("counted")} note={t("countedNote")}>
              <SummaryList columns={2} items={[...(await principals(team)), ...(await told(register))]} />
            </Card>
            {VILLAGE_SECTIONS.map((section) => (
              <Card key={section} title={t(`section.${section}`)}>
                <FactList
                  facts={VILLAGE_FACTS.filter((fact) => fact.section === section)}
                  texts={texts}
                  of={{ kind: "division", id }}
                  history={(key) => `village.${key}`}
                />
              </Card>
            ))}
          </div>
        )}
      </>
    );
  },
});
