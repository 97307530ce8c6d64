/** The conditions above the list of Party organizations. */

import { getTranslations } from "next-intl/server";
import { type ActiveFilter, FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import type { Sizes } from "#lib/domains/party-orgs/lacks.ts";
import { LACKING, ORG_KINDS, SETTINGS } from "#lib/domains/party-orgs/party-org.ts";

export const OWN = ["u", "q", "f.kind", "f.setting", "f.lacking", "f.under", "f.dept"];
/** Those that the form itself asks; the others come from a sum and can be taken away again. */
const ASKED = ["u", "q", "f.kind", "f.setting", "f.lacking"];

type Props = {
  path: string;
  params: URLSearchParams;
  counties: readonly { id: number; name: string }[];
  sizes: Sizes;
  active: readonly ActiveFilter[];
};

export async function OrgFilters({ path, params, counties, sizes, active }: Props) {
  const t = await getTranslations("party-orgs");
  return (
    <FilterBar path={path} params={params} own={ASKED} clearHref={path} active={active}>
      <FilterText name="q" label={t("filter.q")} value={params.get("q") ?? ""} hint={t("filter.qHint")} />
      <FilterSelect
        name="u"
        label={t("filter.county")}
        value={params.get("u") ?? ""}
        options={counties.map((county) => ({ value: String(county.id), label: county.name }))}
      />
      <FilterSelect
        name="f.kind"
        label={t("filter.kind")}
        value={params.get("f.kind") ?? ""}
        options={ORG_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      <FilterSelect
        name="f.setting"
        label={t("filter.setting")}
        value={params.get("f.setting") ?? ""}
        options={SETTINGS.map((setting) => ({ value: setting, label: t(`setting.${setting}`) }))}
      />
      <FilterSelect
        name="f.lacking"
        label={t("filter.lacking")}
        value={params.get("f.lacking") ?? ""}
        options={LACKING.map((one) => ({
          value: one,
          label: t(`lacking.${one}`, { fewest: sizes.fewest }),
        }))}
      />
    </FilterBar>
  );
}
