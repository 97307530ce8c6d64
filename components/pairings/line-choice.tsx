/** Another helper for one household of a plan: those with room first, the nearest before the others; kin are named and cannot be chosen. */
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { ChipGroup } from "#components/ui/chip-group.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { LineChanged } from "#lib/domains/pairings/plan.ts";
import type { Choice, Plan } from "#lib/domains/pairings/queries/plans.ts";
import { OverCap } from "./over-cap.tsx";

type Props = {
  plan: Plan;
  line: { household: string; headName: string; helperId: string | null };
  choices: Choice[];
  save: FormAction<LineChanged>;
  backHref: string;
};

export async function LineChoice({ plan, line, choices, save, backHref }: Props) {
  const t = await getTranslations("pairings");
  const kin = choices.filter((one) => one.kin);
  const options = choices
    .filter((one) => !one.kin)
    .map((one) => {
      const load = one.load + one.given + 1;
      const told = { name: one.name, unit: one.unit ?? "—", load, cap: one.cap };
      return {
        value: one.id,
        label: t("plan.choiceLine", told),
        mark: load > one.cap ? ("watch" as const) : undefined,
      };
    });
  return (
    <Card title={t("plan.changeFor", { name: line.headName })}>
      <Form action={save} className="grid gap-4" id="line">
        <input type="hidden" name="id" value={plan.id} />
        <input type="hidden" name="version" value={plan.version} />
        <input type="hidden" name="household" value={line.household} />
        <ChipGroup
          name="helperId"
          kind="radio"
          label={t("plan.choose")}
          options={[...options, { value: "", label: t("plan.nobody") }]}
          defaultValue={line.helperId ?? ""}
          hint={kin.length > 0 ? t("plan.kin", { names: kin.map((one) => one.name).join("、") }) : undefined}
        />
        <OverCap label={t("overCap.label")} sure={t("overCap.sure")} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{t("plan.saveLine")}</SubmitButton>
          <LinkButton kind="quiet" href={backHref}>
            {t("plan.back")}
          </LinkButton>
        </div>
      </Form>
    </Card>
  );
}
