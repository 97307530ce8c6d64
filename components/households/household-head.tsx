/** The head of a household's file: who, where, which status, who helps, when last visited; with what can be done here. */
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { PageHead } from "#components/ui/page-head.tsx";
import {
  codeName,
  HOUSEHOLD_ATTRIBUTES,
  HOUSEHOLD_STATUSES,
  PAIRING_KINDS,
} from "#lib/domains/households/codes.ts";
import type { HouseholdDetail } from "#lib/domains/households/queries/get-household.ts";
import type { NextVisit } from "#lib/domains/visits/due.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { householdHref } from "./household-tabs.tsx";

type Props = {
  household: HouseholdDetail;
  next: NextVisit;
  today: string;
  mayEdit: boolean;
  mayVisit: boolean;
  /** Beside status and attribute: whether it is monitored. */
  monitored?: ReactNode;
};

export async function HouseholdHead({ household, next, today, mayEdit, mayVisit, monitored }: Props) {
  const t = await getTranslations("households");
  const procedures = await getTranslations("procedures");
  return (
    <PageHead
      title={t("of", { name: household.headName })}
      back={{ href: "/households", label: t("title") }}
      mark={
        <>
          <HouseholdMarks household={household} />
          {monitored}
        </>
      }
      note={<HouseholdLines household={household} next={next} today={today} />}
      actions={
        <div className="flex flex-wrap gap-2">
          <LinkButton href={`/households/print?household=${household.id}`}>{t("print")}</LinkButton>
          <LinkButton href={`${householdHref(household.id)}/process`}>
            {procedures("process.open")}
          </LinkButton>
          {mayEdit ? (
            <LinkButton href={`${householdHref(household.id)}/edit`}>{t("edit.open")}</LinkButton>
          ) : null}
          {mayVisit ? (
            <span className="hidden desk:inline">
              <LinkButton kind="primary" href={`/visits/new?household=${household.id}`}>
                {t("recordVisit")}
              </LinkButton>
            </span>
          ) : null}
        </div>
      }
    />
  );
}

export async function HouseholdMarks({ household }: Pick<Props, "household">) {
  const locale = await getLocale();
  return (
    <>
      <Badge>{codeName(HOUSEHOLD_STATUSES, household.status, locale)}</Badge>
      {household.attribute ? (
        <Badge>{codeName(HOUSEHOLD_ATTRIBUTES, household.attribute, locale)}</Badge>
      ) : null}
    </>
  );
}

/** So many helpers are named at once; a family may have a dozen. */
const FEW = 3;

/** How many and where; who helps; when last visited and by when again. */
export async function HouseholdLines({
  household,
  next,
  today,
}: Pick<Props, "household" | "next" | "today">) {
  const t = await getTranslations("households");
  const locale = await getLocale();
  const f = await getFormats();
  const place = [household.township, household.place, household.groupName].filter(Boolean).join(" ");
  const helpers = household.helpers.map((helper) => ({
    id: `${helper.kind} ${helper.name}`,
    said: `${codeName(PAIRING_KINDS, helper.kind, locale)} ${helper.name}`,
  }));
  const [first, rest] = [helpers.slice(0, FEW), helpers.slice(FEW)];
  return (
    <>
      <p>
        {t("members", { count: household.memberCount })} · {place} · {household.householdNo}
      </p>
      <p>
        {first.length === 0 ? (
          <span className="text-watch">{t("noHelper")}</span>
        ) : (
          first.map(({ said }) => said).join(" · ")
        )}
      </p>
      {rest.length > 0 ? (
        <details>
          <summary className="inline-flex min-h-touch cursor-pointer items-center text-link desk:min-h-6">
            {t("moreHelpers", { count: rest.length })}
          </summary>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-1">
            {rest.map(({ id, said }) => (
              <li key={id}>{said}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p>
        {household.lastVisitOn ? (
          t("lastVisited", { when: f.near(household.lastVisitOn, today) })
        ) : (
          <span className="text-watch">{t("neverVisited")}</span>
        )}
        {next.state === "owed" ? ` · ${t("nextVisit", { day: f.day(next.byOn) })}` : null}
        {next.state === "done" ? ` · ${t("visitedThisPeriod")}` : null}
      </p>
    </>
  );
}

/** The same deed under the thumb, above the tabs of the phone. */
export async function ThumbBar({ household, mayVisit }: Pick<Props, "household" | "mayVisit">) {
  const t = await getTranslations("households");
  if (!mayVisit) return null;
  return (
    <>
      {/* So that what ends the page can be scrolled out from under the bar. */}
      <div className="h-20 desk:hidden print:hidden" aria-hidden="true" />
      <div className="fixed inset-x-0 bottom-14 z-10 border-line border-t bg-card px-4 py-2 desk:hidden print:hidden">
        <div className="grid grid-cols-[auto_1fr] gap-2">
          <LinkButton size="large" href={`/needs/new?household=${household.id}`}>
            {t("raiseNeed")}
          </LinkButton>
          <LinkButton kind="primary" size="large" wide href={`/visits/new?household=${household.id}`}>
            {t("recordVisit")}
          </LinkButton>
        </div>
      </div>
    </>
  );
}
