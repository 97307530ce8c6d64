/** The need in the form of a visit: none, or what for and how soon; it unfolds by itself, also before scripts arrive. */
import { getTranslations } from "next-intl/server";
import { categoryNames } from "#components/measures/names.ts";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import type { Entry } from "#lib/domains/dictionaries/dictionary.ts";
import { URGENCIES } from "#lib/domains/needs/need.ts";

type Props = { id: string; categories: readonly Entry[]; today: string };

export async function HeardFields({ id, categories, today }: Props) {
  const t = await getTranslations("needs");
  const { options } = await categoryNames(categories);
  return (
    <div className="group/need grid gap-2.5">
      <input type="hidden" name="needId" value={id} />
      <ChipGroup
        name="need"
        label={t("visit.label")}
        kind="radio"
        columns={2}
        defaultValue="NO"
        options={(["NO", "YES"] as const).map((value) => ({ value, label: t(`visit.${value}`) }))}
      />
      <div className="hidden gap-2.5 border-line border-l-4 pl-3 group-has-[input[name=need][value=YES]:checked]/need:grid">
        <ChipGroup
          name="needCategory"
          label={t("visit.what")}
          kind="radio"
          columns={5}
          options={options(today)}
        />
        <ChipGroup
          name="needUrgency"
          label={t("visit.soon")}
          kind="radio"
          columns={2}
          defaultValue="NORMAL"
          options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
        />
        <Field name="needWords" label={t("visit.words")} optional>
          <TextInput maxLength={500} />
        </Field>
      </div>
    </div>
  );
}
