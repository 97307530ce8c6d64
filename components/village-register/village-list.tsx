/** The villages of a unit and how much of their register is filled in for a year. */
import { getTranslations } from "next-intl/server";
import Link from "#components/ui/link.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Body, Cell, Column, Head, Row, Table } from "#components/ui/table.tsx";
import type { Below } from "#lib/domains/village-register/queries.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function VillageList({ below, facts, year }: { below: Below[]; facts: number; year: number }) {
  const t = await getTranslations("villages");
  const f = await getFormats();
  if (below.length === 0) return <EmptyState kind="never" title={t("noVillages")} />;
  return (
    <Table caption={t("below")} stacked>
      <Head>
        <Column>{t("village")}</Column>
        <Column numeric>{t("filled")}</Column>
      </Head>
      <Body>
        {below.map((village) => (
          <Row key={village.id}>
            <Cell head>
              <Link
                href={`/divisions/${village.id}/register?y=${year}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {village.name}
              </Link>
            </Cell>
            <Cell label={t("filled")} numeric>
              {f.pair({ part: village.filled, whole: facts })}
            </Cell>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
