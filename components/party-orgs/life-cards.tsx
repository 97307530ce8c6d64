/** The terms of an organization and its place on the list of weak ones, on its own page. */

import { getTranslations } from "next-intl/server";
import { TermMark } from "#components/party-orgs/term-mark.tsx";
import { WeakMark } from "#components/party-orgs/weak-mark.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import Link from "#components/ui/link.tsx";
import { HAS_TERM } from "#lib/domains/party-orgs/lacks.ts";
import type { OrgView } from "#lib/domains/party-orgs/queries/org.ts";
import type { ElectionResult } from "#lib/domains/party-orgs/term.ts";
import type { WeakState } from "#lib/domains/party-orgs/weak.ts";

type Props = { org: OrgView; mayEdit: boolean; today: string; causeOf: (code: string) => string };

export async function TermCard({ org, mayEdit, today }: Omit<Props, "causeOf">) {
  const t = await getTranslations("party-orgs");
  const { terms } = org.life;
  if (!HAS_TERM.includes(org.kind) && terms.length === 0) return null;
  return (
    <Card
      title={t("terms.card")}
      action={
        mayEdit ? (
          <LinkButton href={`/orgs/${org.id}/election`} size="small">
            {t("terms.record")}
          </LinkButton>
        ) : null
      }
    >
      {terms.length === 0 ? <p className="text-ink-2">{t("terms.noneYet")}</p> : null}
      <ol className="divide-y divide-line">
        {terms.map((term, at) => (
          <li key={term.id} className="flex flex-wrap items-center justify-between gap-x-3 py-1.5">
            <span>
              <span className="mr-2">{t("terms.nth", { nth: terms.length - at })}</span>
              <span className="tabular">{t("terms.span", { from: term.electedOn, to: term.endsOn })}</span>
              {term.postponedTo ? (
                <span className="block text-ink-2 text-note">
                  {t("terms.postponed", { day: term.postponedTo, number: term.postponedDocument ?? "" })}
                </span>
              ) : null}
              {term.documentNo ? (
                <span className="block text-ink-2 text-note">
                  {t("history.document", { number: term.documentNo })}
                </span>
              ) : null}
            </span>
            <TermMark dueOn={term.dueOn} result={term.result as ElectionResult | null} today={today} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

export async function WeakCard({ org, mayEdit, today, causeOf }: Props) {
  const t = await getTranslations("party-orgs");
  const { weak } = org.life;
  const listed = weak.some(({ year }) => year === Number(today.slice(0, 4)));
  if (weak.length === 0 && !mayEdit) return null;
  return (
    <Card
      title={t("weak.card")}
      action={
        mayEdit && !listed ? (
          <LinkButton href={`/orgs/${org.id}/change?kind=weak`} size="small">
            {t("weak.list")}
          </LinkButton>
        ) : null
      }
    >
      {weak.length === 0 ? <p className="text-ink-2">{t("weak.neverListed")}</p> : null}
      <ul className="divide-y divide-line">
        {weak.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-3 py-1.5">
            <span>
              <Link
                href={`/orgs/weak/${one.id}`}
                className="inline-flex min-h-touch items-center desk:min-h-6"
              >
                {t("weak.ofYear", { year: one.year, cause: causeOf(one.cause) })}
              </Link>
              {one.overdue > 0 ? (
                <span className="block text-note text-behind">
                  {t("weak.overdue", { count: one.overdue })}
                </span>
              ) : null}
            </span>
            <WeakMark status={one.status as WeakState} overdue={one.overdue} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
