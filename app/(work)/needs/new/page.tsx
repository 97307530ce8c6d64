/** Notes a need: first whose, then one screen for a thumb. */

import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { RaiseForm } from "#components/needs/raise-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { PageHead } from "#components/ui/page-head.tsx";
import { PermissionNote } from "#components/ui/states.tsx";
import { HouseholdPicker } from "#components/visits/household-picker.tsx";
import { toParams } from "#lib/base/url-state.ts";
import { raiseForm } from "#lib/domains/needs/queries/raise-form.ts";
import { householdsToVisit } from "#lib/domains/visits/queries/visit-form.ts";
import { page } from "#lib/platform/page.ts";
import { raise } from "../actions.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("needs"))("new.title") };
}

export default page({
  route: "/needs/new",
  load: async (scope, { search }) => {
    const params = toParams(search);
    const village = params.get("village");
    const found = await raiseForm(scope, {
      household: params.get("household") ?? undefined,
      village: village && /^\d{1,9}$/.test(village) ? Number(village) : undefined,
    });
    const q = params.get("q")?.trim().slice(0, 40) ?? "";
    return { found, q, choices: found.whose ? [] : await householdsToVisit(scope, { q }) };
  },
  refused: () => <PermissionNote />,
  render: async ({ found, q, choices }, { today }) => {
    const t = await getTranslations("needs");
    const { whose } = found;
    if (whose)
      return (
        <>
          <PageHead
            title={t("new.title")}
            back={
              whose.householdId
                ? { href: `/households/${whose.householdId}?tab=needs`, label: t("of", { name: whose.name }) }
                : { href: "/needs", label: t("title") }
            }
            note={
              whose.householdId
                ? `${t("of", { name: whose.name })} · ${whose.place}`
                : t("ofVillage", { name: `${whose.place} ${whose.name}` })
            }
          />
          <RaiseForm id={randomUUID()} whose={whose} found={found} today={today} save={raise} />
        </>
      );
    return (
      <>
        <PageHead title={t("new.title")} back={{ href: "/needs", label: t("title") }} note={t("new.lead")} />
        <div className="grid gap-6">
          <section>
            <h2 className="mb-2 text-h2">{t("new.household")}</h2>
            <HouseholdPicker q={q} choices={choices} today={today} path="/needs/new" label={t("new.whose")} />
          </section>
          {found.villages.length > 0 ? (
            <section>
              <h2 className="mb-2 text-h2">{t("new.village")}</h2>
              <form action="/needs/new" method="get" className="flex max-w-xl items-end gap-2">
                <label className="block min-w-0 grow">
                  <span className="font-semibold">{t("new.pickVillage")}</span>
                  <select name="village" className={inputClass}>
                    {found.villages.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                <Button type="submit">{t("new.next")}</Button>
              </form>
            </section>
          ) : null}
        </div>
      </>
    );
  },
});
