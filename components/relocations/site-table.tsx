/** Settlements with the families of the viewer's reach: moved in, found living there, found elsewhere. */
import { getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, EmptyMark, Head, Row, Table } from "#components/ui/table.tsx";
import type { RelocationSite } from "#lib/domains/households/queries/relocation-sites.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function SiteTable({ sites }: { sites: RelocationSite[] }) {
  const t = await getTranslations("relocations");
  const f = await getFormats();
  if (sites.length === 0) return <EmptyState kind="never" title={t("noSites")} />;
  return (
    <Table caption={t("sites")} stacked>
      <Head>
        <Column>{t("name")}</Column>
        <Column>{t("place")}</Column>
        <Column numeric>{t("capacity")}</Column>
        <Column numeric>{t("moved")}</Column>
        <Column numeric>{t("living")}</Column>
        <Column numeric>{t("away")}</Column>
      </Head>
      <Body>
        {sites.map((site) => (
          <Row key={site.id}>
            <Cell head>{site.name}</Cell>
            <Cell label={t("place")}>{site.place}</Cell>
            <Cell label={t("capacity")} numeric>
              {site.capacity === null ? <EmptyMark /> : f.number(site.capacity)}
            </Cell>
            <Cell label={t("moved")} numeric>
              {f.number(site.moved)}
            </Cell>
            <Cell label={t("living")} numeric>
              {f.number(site.living)}
            </Cell>
            <Cell label={t("away")} numeric>
              {f.number(site.away)}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
