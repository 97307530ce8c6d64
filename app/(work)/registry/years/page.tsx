/** The years of the registry: which one is kept, when files may be added or removed, and how the next year is opened. */

import { getTranslations } from "next-intl/server";
import { CampaignCard } from "#components/registry/campaign-card.tsx";
import { OpeningCard } from "#components/registry/opening-card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import { isField, may, mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { campaignPlaces } from "#lib/domains/registry-years/queries/campaign-places.ts";
import { registryYears } from "#lib/domains/registry-years/queries/years.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { page } from "#lib/platform/page.ts";
import { refused } from "#lib/platform/problem.ts";
import { saveCampaign, startYear, stopYear } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("registry"))("title") };
}

export default page({
  route: "/registry/years",
  load: async (scope) => {
    if (!mayAnywhere(scope.viewer, "household.view") && !isField(scope.viewer)) throw refused();
    return { all: await registryYears(scope, {}), places: await campaignPlaces(scope, {}) };
  },
  refused: () => <PermissionNote />,
  render: async ({ all, places }, { viewer, today }) => {
    const t = await getTranslations("registry");
    const f = await getFormats();
    const { openYear, years, campaigns, opening } = all;
    const root = places.find(({ level }) => level === "PREFECTURE");
    return (
      <>
        <PageHead
          title={t("title")}
          note={t("note", { year: String(openYear) })}
          actions={<LinkButton href="/registry/requests">{t("requestsOpen")}</LinkButton>}
        />
        <div className="grid gap-4">
          <CampaignCard
            year={openYear}
            campaigns={campaigns}
            today={today}
            places={places.filter(({ id }) => may(viewer, "registry.year", id))}
            save={saveCampaign}
          />
          <OpeningCard
            openYear={openYear}
            opening={opening}
            today={today}
            mayOpen={root !== undefined && may(viewer, "registry.year", root.id)}
            open={startYear}
            cancel={stopYear}
          />
          <Card title={t("years")} flush>
            <Table caption={t("years")} stacked>
              <Head>
                <Column>{t("column.year")}</Column>
                <Column>{t("column.status")}</Column>
                <Column>{t("column.since")}</Column>
              </Head>
              <Body>
                {years.map(({ year, status, openedOn }) => (
                  <Row key={year}>
                    <Cell head>{String(year)}</Cell>
                    <Cell label={t("column.status")}>{t(`status.${status}`)}</Cell>
                    <Cell label={t("column.since")}>
                      {openedOn ? t("since", { day: f.day(openedOn) }) : t("fromJanuary")}
                    </Cell>
                  </Row>
                ))}
              </Body>
            </Table>
          </Card>
        </div>
      </>
    );
  },
});
