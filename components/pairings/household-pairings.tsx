/** Who helped this household and when, with the days on which nobody did. */
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Shape } from "#components/ui/shape.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import { gapsIn } from "#lib/domains/pairings/gaps.ts";
import type { PairingRow } from "#lib/domains/pairings/queries/list-pairings.ts";
import { PairingState } from "./pairing-state.tsx";

type Props = { householdId: string; pairings: PairingRow[]; today: string; mayPair: boolean };

export async function HouseholdPairings({ householdId, pairings, today, mayPair }: Props) {
  const t = await getTranslations("pairings");
  const locale = await getLocale();
  const rows = pairings.map((pairing) => ({
    id: pairing.id,
    day: pairing.fromOn,
    when: pairing.toOn
      ? t("fromTo", { from: pairing.fromOn, to: pairing.toOn })
      : t("since", { from: pairing.fromOn }),
    title: [pairing.helperName, pairing.helperUnit].filter(Boolean).join(" · "),
    mark: undefined,
    body: (
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{codeName(PAIRING_KINDS, pairing.kind, locale)}</span>
        <PairingState pairing={pairing} today={today} />
        {pairing.endReason ? <span>{t(`reason.${pairing.endReason as "ROTATED"}`)}</span> : null}
        {mayPair && (pairing.toOn === null || pairing.toOn > today) ? (
          <LinkButton kind="quiet" size="small" href={`/pairings/${pairing.id}`}>
            {t("change")}
          </LinkButton>
        ) : null}
      </span>
    ),
  }));
  const gaps = gapsIn(pairings, today).map((gap) => ({
    id: gap.from,
    day: gap.from,
    when: gap.to ? t("fromTo", { from: gap.from, to: gap.to }) : t("since", { from: gap.from }),
    title: t("gap", { days: gap.days }),
    mark: <Shape state="watch" />,
    body: undefined,
  }));
  const items = [...rows, ...gaps].sort((a, b) => b.day.localeCompare(a.day));
  return (
    <Card
      title={t("ofHousehold")}
      action={
        mayPair ? (
          <LinkButton size="small" href={`/pairings/new?household=${householdId}`}>
            {t("new.open")}
          </LinkButton>
        ) : null
      }
    >
      {items.length === 0 ? (
        <EmptyState kind="never" title={t("empty.household")} />
      ) : (
        <Timeline items={items} />
      )}
    </Card>
  );
}
