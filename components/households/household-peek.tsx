/** A household beside the list: its head, the one sentence, who helps, the last visits; from here open it or record a visit. */
import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { VisitLines } from "#components/visits/visit-lines.tsx";
import { codeName, PAIRING_KINDS } from "#lib/domains/households/codes.ts";
import type { HouseholdDetail } from "#lib/domains/households/queries/get-household.ts";
import type { NextVisit } from "#lib/domains/visits/due.ts";
import type { VisitRow } from "#lib/domains/visits/queries/list-visits.ts";
import { HouseholdLines, HouseholdMarks } from "./household-head.tsx";
import { HouseholdSentence } from "./household-overview.tsx";
import { householdHref } from "./household-tabs.tsx";

const LAST = 3;

type Props = {
  peek: string;
  found: { household: HouseholdDetail; next: NextVisit; visits: VisitRow[] } | null;
  today: string;
  mayVisit: boolean;
  closeHref: string;
};

export async function HouseholdPeek({ peek, found, today, mayVisit, closeHref }: Props) {
  const t = await getTranslations("households");
  const common = await getTranslations("common");
  const locale = await getLocale();
  if (!found) return <Drawer peek={peek} title={null} closeHref={closeHref} />;
  const { household, next, visits } = found;
  return (
    <Drawer
      peek={peek}
      title={t("of", { name: household.headName })}
      closeHref={closeHref}
      actions={
        <>
          <LinkButton href={householdHref(household.id)}>{common("peek.page")}</LinkButton>
          {mayVisit ? (
            <LinkButton kind="primary" href={`/visits/new?household=${household.id}`}>
              {t("recordVisit")}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <div>
        <div className="mb-1 flex flex-wrap gap-2">
          <HouseholdMarks household={household} />
        </div>
        <HouseholdLines household={household} next={next} today={today} />
      </div>
      <HouseholdSentence household={household} />
      <section>
        <h3 className="text-h3">{t("tabs.pairings")}</h3>
        {household.helpers.length === 0 ? <p className="text-watch">{t("noHelper")}</p> : null}
        <ul className="divide-y divide-line">
          {household.helpers.map((helper) => (
            <li key={helper.pairingId} className="py-1.5">
              {[helper.name, helper.unit].filter(Boolean).join(" · ")}
              <p className="text-ink-2 text-note">
                {codeName(PAIRING_KINDS, helper.kind, locale)} · {t("helperSince", { from: helper.fromOn })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className="mb-1 text-h3">{t("recentVisits")}</h3>
        <VisitLines visits={visits.slice(0, LAST)} householdId={household.id} />
      </section>
    </Drawer>
  );
}
