/** How a family lives: the conditions as a list of tasks, then what is recorded of house, water, road and fuel. */
import { getTranslations } from "next-intl/server";
import { FactList } from "#components/facts/fact-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Condition } from "#lib/domains/households/conditions.ts";
import { factsIn } from "#lib/domains/households/fact-columns.ts";
import type { HouseholdFacts } from "#lib/domains/households/queries/household-facts.ts";
import { ConditionList } from "./condition-list.tsx";

type Props = { facts: HouseholdFacts; conditions: Condition[]; mayEdit: boolean };

export async function LivingFace({ facts, conditions, mayEdit }: Props) {
  const t = await getTranslations("facts");
  const households = await getTranslations("households");
  const year = households("ofYear", { year: String(facts.year) });
  return (
    <div className="grid gap-4">
      <Card title={t("conditions")} note={year}>
        <ConditionList id={facts.id} conditions={conditions} mayEdit={mayEdit} />
      </Card>
      <Card
        title={t("section.living")}
        note={year}
        action={
          mayEdit ? (
            <LinkButton size="small" href={`/households/${facts.id}/edit?section=living`}>
              {t("edit")}
            </LinkButton>
          ) : null
        }
      >
        <FactList facts={factsIn("living")} texts={facts.texts} of={{ kind: "household", id: facts.id }} />
      </Card>
    </div>
  );
}
