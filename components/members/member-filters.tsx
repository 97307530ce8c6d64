/** The conditions above the list of members, and those that came along from elsewhere. */
import { getLocale, getTranslations } from "next-intl/server";
import { type ActiveFilter, FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { withParams } from "#lib/base/url-state.ts";
import { MEMBER_GROUPS, sought } from "#lib/domains/households/codes.ts";
import { AGE_BANDS, KINDS, MARKS } from "#lib/domains/members/member.ts";

export const MEMBER_FILTERS = [
  "q",
  "f.kind",
  "f.group",
  "f.flag",
  "f.age",
  "f.sex",
  "f.org",
  "f.below",
  "on",
];
const OWN = ["q", "f.kind", "f.group", "f.flag", "f.age", "f.below", "on"];

type Props = {
  path: string;
  params: URLSearchParams;
  org: string | null;
  today: string;
};

export async function MemberFilters({ path, params, org, today }: Props) {
  const t = await getTranslations("members");
  const locale = (await getLocale()) === "en" ? "en" : "zh-CN";
  const value = (name: string) => params.get(name) ?? undefined;
  const active: ActiveFilter[] = [];
  if (org)
    active.push({
      label: t("filter.org", { name: org }),
      removeHref: withParams(path, params, { "f.org": null, "f.below": null }),
    });
  const sex = params.get("f.sex");
  if (sex === "M" || sex === "F")
    active.push({
      label: t("filter.sex", { name: t(`sex.${sex}`) }),
      removeHref: withParams(path, params, { "f.sex": null }),
    });
  return (
    <FilterBar
      path={path}
      params={params}
      own={OWN}
      active={active}
      clearHref={withParams(path, params, Object.fromEntries(MEMBER_FILTERS.map((name) => [name, null])))}
    >
      <FilterText name="q" label={t("filter.q")} value={value("q")} hint={t("filter.qHint")} />
      <FilterSelect
        name="f.kind"
        label={t("filter.kind")}
        value={value("f.kind")}
        options={KINDS.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
      />
      <FilterSelect
        name="f.group"
        label={t("filter.group")}
        value={value("f.group")}
        options={sought(MEMBER_GROUPS, today).map((one) => ({ value: one.code, label: one[locale] }))}
      />
      <FilterSelect
        name="f.flag"
        label={t("filter.flag")}
        value={value("f.flag")}
        options={MARKS.map((one) => ({ value: one, label: t(`flag.${one}`) }))}
      />
      <FilterSelect
        name="f.age"
        label={t("filter.age")}
        value={value("f.age")}
        options={AGE_BANDS.map((one) => ({ value: one, label: t(`filter.ageAll.${one}`) }))}
      />
      {org ? (
        <FilterSelect
          name="f.below"
          label={t("filter.below")}
          value={value("f.below")}
          all={t("filter.withBelow")}
          options={[{ value: "no", label: t("filter.withoutBelow") }]}
        />
      ) : null}
      <label className="block">
        <span className="block text-ink-2 text-note">{t("filter.on")}</span>
        <input type="date" name="on" max={today} defaultValue={value("on")} className={inputClass} />
      </label>
    </FilterBar>
  );
}
