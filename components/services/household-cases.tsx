/** What a family has applied for at the windows, on its file; nothing where nothing is seen. */
import { getTranslations } from "next-intl/server";
import { CaseTable } from "#components/services/case-table.tsx";
import { Card } from "#components/ui/card.tsx";
import type { CaseRow } from "#lib/domains/services/queries/desk.ts";

type Props = { rows: readonly CaseRow[]; today: string };

export async function HouseholdCases({ rows, today }: Props) {
  if (rows.length === 0) return null;
  const t = await getTranslations("services");
  return (
    <Card title={t("ofHousehold")} flush>
      <CaseTable caption={t("ofHousehold")} rows={rows} today={today} />
    </Card>
  );
}
