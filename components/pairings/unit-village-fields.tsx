/** What is said of a unit that takes a village: its name, its Party organization where one was found, and who answers for it there. */
import { getTranslations } from "next-intl/server";
import { Button } from "#components/ui/button.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { TextInput } from "#components/ui/inputs.tsx";
import type { UnitVillageForm } from "#lib/domains/pairings/queries/unit-villages.ts";

export async function UnitFields({ orgs, q }: { orgs: UnitVillageForm["orgs"]; q: string }) {
  const t = await getTranslations("pairings");
  return (
    <>
      <Field name="unit" label={t("villages.unit")} hint={t("villages.unitHint")} required>
        <TextInput maxLength={60} autoComplete="off" width="medium" />
      </Field>
      {orgs.length > 0 ? (
        <ChipGroup
          name="orgId"
          label={t("villages.org")}
          kind="radio"
          hint={t("villages.orgHint")}
          options={orgs.map((org) => ({ value: String(org.id), label: `${org.name} · ${org.place}` }))}
        />
      ) : q === "" ? null : (
        <p className="text-ink-2">{t("villages.noOrg", { q })}</p>
      )}
      <Field name="contact" label={t("villages.contact")} hint={t("villages.contactHint")} optional>
        <TextInput maxLength={60} autoComplete="off" width="medium" />
      </Field>
    </>
  );
}

/** The search for the unit's Party organization: a GET form, so that what was found stands in the page before any script. */
export async function OrgSearch({
  path,
  q,
  keep,
}: {
  path: string;
  q: string;
  keep: Record<string, string>;
}) {
  const t = await getTranslations("pairings");
  return (
    <form action={path} method="get" className="flex max-w-xl items-end gap-2">
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="block grow">
        <span className="font-semibold">{t("villages.findOrg")}</span>
        <input
          type="search"
          name="q"
          defaultValue={q}
          placeholder={t("villages.findHint")}
          className={inputClass}
        />
      </label>
      <Button type="submit">{t("find.go")}</Button>
    </form>
  );
}
