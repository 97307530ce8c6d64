/** A pairing beside the register, with all who ever helped that household; from here open the household's file or change the pairing. */
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { SummaryList } from "#components/ui/summary-list.tsx";
import { EmptyMark } from "#components/ui/table.tsx";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { PairingDetail } from "#lib/domains/pairings/queries/helpers.ts";
import type { PairingRow } from "#lib/domains/pairings/queries/list-pairings.ts";
import { HouseholdPairings } from "./household-pairings.tsx";
import { PairingState } from "./pairing-state.tsx";

type Props = {
  peek: string;
  found: { pairing: PairingDetail; all: PairingRow[] } | null;
  today: string;
  mayPair: boolean;
  closeHref: string;
};

export async function PairingPeek({ peek, found, today, mayPair, closeHref }: Props) {
  const t = await getTranslations("pairings");
  const common = await getTranslations("common");
  const locale = await getLocale();
  if (!found) return <Drawer peek={peek} title={null} closeHref={closeHref} />;
  const { pairing, all } = found;
  return (
    <Drawer
      peek={peek}
      title={`${pairing.helperName} → ${pairing.headName}`}
      closeHref={closeHref}
      actions={
        <LinkButton href={`/households/${pairing.householdId}?tab=pairings`}>
          {common("peek.page")}
        </LinkButton>
      }
    >
      <SummaryList
        items={[
          { label: t("column.state"), value: <PairingState pairing={pairing} today={today} /> },
          { label: t("column.unit"), value: pairing.helperUnit ?? <EmptyMark /> },
          { label: t("column.kind"), value: codeName(PAIRING_KINDS, pairing.kind, locale) },
          { label: t("column.from"), value: pairing.fromOn },
          { label: t("column.to"), value: pairing.toOn ?? <EmptyMark why="notDue" /> },
        ]}
      />
      <HouseholdPairings householdId={pairing.householdId} pairings={all} today={today} mayPair={mayPair} />
    </Drawer>
  );
}
