/** The needs of one household on its file, or those heard on one visit. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import type { NeedRow } from "#lib/domains/needs/queries/list-needs.ts";
import { NeedTable } from "./need-table.tsx";

type Props = {
  found: { rows: NeedRow[]; categories: Entry[] };
  today: string;
  /** Where one is raised, for who may. */
  raiseHref?: string | null;
  heard?: boolean;
};

export async function NeedsFace({ found, today, raiseHref, heard }: Props) {
  const t = await getTranslations("needs");
  return (
    <Card
      title={heard ? t("onVisit") : t("title")}
      flush
      action={
        raiseHref ? (
          <LinkButton size="small" href={raiseHref}>
            {t("raise")}
          </LinkButton>
        ) : null
      }
    >
      {found.rows.length === 0 ? (
        <EmptyState kind="never" title={t("ofHousehold")} />
      ) : (
        <NeedTable rows={found.rows} categories={found.categories} today={today} of="household" />
      )}
    </Card>
  );
}
