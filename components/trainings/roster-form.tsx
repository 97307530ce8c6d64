/** Ticks people who were there from a roster: of a unit, of a Party organization, or found by name. */
import { getTranslations } from "next-intl/server";
import { UnitSwitcher } from "#components/layout/scope-bar.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { FilterBar, FilterSelect, FilterText } from "#components/ui/filter-bar.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { withParams } from "#lib/base/url-state.ts";
import type { RosterToTick } from "#lib/domains/trainings/queries/roster.ts";
import { AUDIENCES } from "#lib/domains/trainings/training.ts";

type Props<T> = {
  id: string;
  roster: RosterToTick;
  params: URLSearchParams;
  chosen: { roster: string | undefined; org: string | undefined; q: string };
  add: FormAction<T>;
};
const OWN = ["f.roster", "f.org", "q"];

export async function RosterForm<T>({ id, roster, params, chosen, add }: Props<T>) {
  const t = await getTranslations("trainings");
  const path = `/trainings/${id}`;
  const { unit, above, below } = roster.place;
  return (
    <>
      <div className="relative mb-2">
        <UnitSwitcher path={path} params={params} units={{ now: unit, above, below }} />
      </div>
      <FilterBar
        path={path}
        params={params}
        own={OWN}
        clearHref={withParams(path, params, { "f.roster": null, "f.org": null, q: null })}
      >
        <FilterText name="q" label={t("field.name")} value={chosen.q} hint={t("roster.qHint")} />
        <FilterSelect
          name="f.roster"
          label={t("field.roster")}
          options={AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) }))}
          value={chosen.roster}
        />
        {roster.orgs.length > 0 ? (
          <FilterSelect
            name="f.org"
            label={t("field.org")}
            options={roster.orgs.map((one) => ({ value: String(one.id), label: one.name }))}
            value={chosen.org}
          />
        ) : null}
      </FilterBar>
      {roster.people.length === 0 ? (
        <p className="text-ink-2">{t("roster.none")}</p>
      ) : (
        <Form action={add} className="grid gap-3">
          <input type="hidden" name="id" value={id} />
          <ChipGroup
            name="people"
            label={t("roster.tick", { shown: roster.people.length, total: roster.total })}
            hint={roster.people.length < roster.total ? t("roster.many") : undefined}
            kind="checkbox"
            options={roster.people.map((one) => ({
              value: one.id,
              label: [one.name, one.place === unit.name ? null : one.place, one.post]
                .filter(Boolean)
                .join(" "),
            }))}
          />
          <div>
            <SubmitButton kind="secondary">{t("roster.add")}</SubmitButton>
          </div>
        </Form>
      )}
    </>
  );
}
