/** The head of the four lists of talent: the unit with the way to others, and the tabs that stay with unit and day. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { withParams } from "#lib/base/url-state.ts";

const PLACES = {
  talent: "/talent",
  demands: "/talent/demands",
  secondments: "/talent/secondments",
  programs: "/talent/programs",
} as const;
export type TalentPlace = keyof typeof PLACES;

type Unit = { id: number; name: string };
type Props = {
  current: TalentPlace;
  params: URLSearchParams;
  place: { unit: Unit; above: Unit[]; below: Unit[] };
  actions?: ReactNode;
};

export async function TalentHead({ current, params, place, actions }: Props) {
  const t = await getTranslations("talent");
  const { unit, above, below } = place;
  const path = PLACES[current];
  const scope = new URLSearchParams([...params].filter(([name]) => name === "u" || name === "on"));
  return (
    <>
      <PageHead
        title={t(`${current}.title`)}
        trail={[
          ...above.map((one) => ({ label: one.name, href: withParams(path, params, { u: String(one.id) }) })),
          { label: unit.name },
        ]}
        actions={
          <>
            {above.length + below.length > 0 ? (
              <UnitSwitcher path={path} params={params} units={{ now: unit, above, below }} />
            ) : null}
            {actions}
          </>
        }
      />
      <Tabs
        label={t("tabs")}
        items={(Object.keys(PLACES) as TalentPlace[]).map((place_) => ({
          href: withParams(PLACES[place_], scope, {}),
          label: t(`${place_}.title`),
          current: place_ === current,
        }))}
      />
    </>
  );
}
