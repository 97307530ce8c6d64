/** Text size, light, density, colors and language: chips in one form, kept with the account. */

import { getTranslations } from "next-intl/server";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { densities, locales, type Preferences, textSizes, themes } from "#lib/base/preferences.ts";

type Props = { preferences: Preferences; save: FormAction<number> };

export async function ReadingWishes({ preferences: now, save }: Props) {
  const t = await getTranslations("me");
  const shared = await getTranslations("navigation");
  return (
    <Card title={t("reading")}>
      <Form action={save} done={t("saved")} className="grid gap-4">
        <ChipGroup
          kind="radio"
          name="textSize"
          label={t("textSize")}
          defaultValue={now.textSize}
          options={textSizes.map((value) => ({ value, label: shared(`textSize.${value}`) }))}
        />
        <ChipGroup
          kind="radio"
          name="theme"
          label={t("theme")}
          defaultValue={now.theme}
          options={themes.map((value) => ({ value, label: shared(`theme.${value}`) }))}
        />
        <ChipGroup
          kind="radio"
          name="density"
          label={t("density")}
          defaultValue={now.density}
          options={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
        />
        <ChipGroup
          kind="radio"
          name="colorSafe"
          label={t("colorSafe")}
          defaultValue={now.colorSafe ? "1" : "0"}
          options={[
            { value: "0", label: t("colorSafeOff") },
            { value: "1", label: t("colorSafeOn") },
          ]}
        />
        <ChipGroup
          kind="radio"
          name="locale"
          label={t("locale")}
          defaultValue={now.locale}
          options={locales.map((value) => ({ value, label: shared(`locale.${value}`) }))}
        />
        <div>
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
