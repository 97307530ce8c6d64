/** The life of a household: who came and went, what its file came from and went on in, and how it was on any day. */

import { getTranslations } from "next-intl/server";
import { householdHref } from "#components/households/household-tabs.tsx";
import { LifeLines } from "#components/lives/life-lines.tsx";
import { AskDay, OnDay } from "#components/lives/on-day.tsx";
import { TieList } from "#components/lives/tie-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import { isDay } from "#lib/base/calendar.ts";
import { toParams } from "#lib/base/url-state.ts";
import { may } from "#lib/domains/accounts/roles.ts";
import { hasEnded } from "#lib/domains/households/household.ts";
import { getHousehold } from "#lib/domains/households/queries/get-household.ts";
import { lifeOfHousehold, tiesOfHousehold } from "#lib/domains/lives/queries/of-household.ts";
import { householdOn } from "#lib/domains/lives/queries/on-day.ts";
import { page } from "#lib/platform/page.ts";
import { takeBackLife } from "../../life-actions.ts";

export async function generateMetadata() {
  const t = await getTranslations("lives");
  return { title: `${(await getTranslations("households"))("title")} · ${t("title")}` };
}

export default page({
  route: "/households/[id]/life",
  load: async (scope, { params, search }) => {
    const household = await getHousehold(scope, { id: params.id ?? "" });
    const asked = toParams(search).get("on") ?? "";
    const on = isDay(asked) && asked <= scope.today ? asked : null;
    return {
      household,
      lines: await lifeOfHousehold(scope, { household: household.id }),
      ties: await tiesOfHousehold(scope, { household: household.id }),
      was: on ? await householdOn(scope, { household: household.id, on }) : null,
    };
  },
  render: async ({ household, lines, ties, was }, { viewer, today }) => {
    const t = await getTranslations("lives");
    const households = await getTranslations("households");
    const mayEdit = may(viewer, "household.edit", household.divisionId);
    const base = householdHref(household.id);
    const deeds = [
      ["members/new", "MEMBER_IN"],
      ["members/out", "MEMBER_OUT"],
      ["members/head", "HEAD"],
      ["split", "SPLIT"],
      ["merge", "MERGE"],
      ["dissolve", "DISSOLVE"],
    ] as const;
    return (
      <>
        <PageHead
          title={t("titleOf", { name: household.headName })}
          back={{ href: base, label: households("of", { name: household.headName }) }}
          note={`${households("members", { count: household.memberCount })} · ${household.place} · ${household.householdNo}`}
        />
        <div className="grid gap-4">
          {mayEdit && !hasEnded(household.status) ? (
            <div className="flex flex-wrap gap-2">
              {deeds.map(([path, kind]) => (
                <LinkButton key={kind} href={`${base}/${path}`}>
                  {t(`deed.${kind}`)}
                </LinkButton>
              ))}
            </div>
          ) : null}
          <AskDay action={`${base}/life`} on={was?.on ?? today} today={today} />
          {was ? <OnDay was={was} /> : null}
          <TieList ties={ties} />
          <LifeLines lines={lines} takeBack={mayEdit ? takeBackLife : null} />
        </div>
      </>
    );
  },
});
