/** One question for each person: how he stands to the head. What follows from before is proposed. */
import { getLocale, getTranslations } from "next-intl/server";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/inputs.tsx";
import { offered, RELATIONS } from "#lib/domains/households/codes.ts";

type Props = {
  people: readonly { personId: string; name: string; proposed: string | null }[];
  today: string;
  head: string;
};

export async function RelationFields({ people, today, head }: Props) {
  const t = await getTranslations("lives");
  const common = await getTranslations("common");
  const locale = await getLocale();
  const options = offered(RELATIONS, today)
    .filter(({ code }) => code !== "HEAD")
    .map((one) => ({ value: one.code, label: one[locale] }));
  return people.map(({ personId, name, proposed }) => (
    <Field key={personId} name={`relation.${personId}`} label={t("relationOf", { name, head })} required>
      <Select options={options} empty={common("choose")} defaultValue={proposed ?? ""} width="medium" />
    </Field>
  ));
}
