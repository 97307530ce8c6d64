/** What a family farms and keeps, and where it was moved to. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FactList } from "#components/facts/fact-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { factsIn } from "#lib/domains/households/fact-columns.ts";
import type { HouseholdFacts } from "#lib/domains/households/queries/household-facts.ts";

type Props = { facts: HouseholdFacts; mayEdit: boolean; children: ReactNode };

export async function ProductionFace({ facts, mayEdit, children }: Props) {
  const t = await getTranslations("facts");
  const households = await getTranslations("households");
  return (
    <div className="grid gap-4">
      {(["production", "relocation"] as const).map((section) => (
        <Card
          key={section}
          title={t(`section.${section}`)}
          note={households("ofYear", { year: String(facts.year) })}
          action={
            <>
              {section === "relocation" ? (
                <LinkButton kind="quiet" size="small" href="/relocations">
                  {t("sitesLink")}
                </LinkButton>
              ) : null}
              {mayEdit ? (
                <LinkButton size="small" href={`/households/${facts.id}/edit?section=${section}`}>
                  {t("edit")}
                </LinkButton>
              ) : null}
            </>
          }
        >
          <FactList
            facts={factsIn(section)}
            texts={facts.texts}
            of={{ kind: "household", id: facts.id }}
            said={{ siteId: facts.siteName }}
          />
        </Card>
      ))}
      {children}
    </div>
  );
}
