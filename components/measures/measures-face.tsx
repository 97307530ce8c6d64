/** The measures of one household on its file. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { MeasureRow } from "#lib/domains/measures/measure.ts";
import { MeasureTable } from "./measure-table.tsx";

type Props = {
  householdId: string;
  found: { rows: MeasureRow[]; categories: Entry[] };
  mayEdit: boolean;
};

export async function MeasuresFace({ householdId, found, mayEdit }: Props) {
  const t = await getTranslations("measures");
  return (
    <Card
      title={t("title")}
      flush
      action={
        mayEdit ? (
          <LinkButton size="small" href={`/households/${householdId}/measures/new`}>
            {t("record")}
          </LinkButton>
        ) : null
      }
    >
      {found.rows.length === 0 ? (
        <EmptyState kind="never" title={t("ofHousehold")} />
      ) : (
        <MeasureTable rows={found.rows} categories={found.categories} of="household" />
      )}
    </Card>
  );
}
