/** Who leads an organization and led it, with the basis; what happened to it; and what waits for its day. */

import { useTranslations } from "next-intl";
import { happened, remarksOf, willHappen } from "#components/party-orgs/event-words.ts";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";
import type { Waiting } from "#lib/domains/divisions/tree-change.ts";
import type { Basis } from "#lib/domains/party-orgs/affiliation.ts";
import type { AffiliationRow } from "#lib/domains/party-orgs/queries/org.ts";

type Props = { id: number; affiliations: readonly AffiliationRow[]; events: readonly TreeEventRow[] };

export function OrgHistory({ id, affiliations, events }: Props) {
  const t = useTranslations("party-orgs");
  return (
    <div className="grid gap-4">
      <ul className="divide-y divide-line">
        {affiliations.length === 0 ? <li className="text-ink-2">{t("history.none")}</li> : null}
        {affiliations.map((one) => (
          <li key={one.fromOn} className="py-2">
            <span className="mr-2 tabular text-ink-2 text-note">
              {one.toOn
                ? t("history.between", { from: one.fromOn, to: one.toOn })
                : t("history.since", { from: one.fromOn })}
            </span>
            <Link href={`/orgs/${one.leaderId}`} className="underline">
              {t("history.ledBy", { leader: one.leaderName })}
            </Link>
            <span className="block text-ink-2 text-note">{basisOf(t, one)}</span>
          </li>
        ))}
      </ul>
      {events.length > 0 ? (
        <Timeline
          items={events.map((event) => ({
            id: event.id,
            when: event.effectiveOn,
            title: happened(t, event, id),
            body: remarksOf(t, event),
          }))}
        />
      ) : null}
    </div>
  );
}

function basisOf(t: Parameters<typeof happened>[0], one: AffiliationRow): string {
  const parts = [
    t(`basis.${one.basis as Basis}`),
    one.documentNo ? t("history.document", { number: one.documentNo }) : null,
    one.supervisingDept ? t("history.dept", { name: one.supervisingDept }) : null,
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

type WaitingProps = { events: readonly TreeEventRow[]; withdraw: FormAction<Waiting> | null };

export function WaitingOrgChanges({ events, withdraw }: WaitingProps) {
  const t = useTranslations("party-orgs");
  return (
    <ul className="divide-y divide-line">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
          <span>
            <span className="mr-2 tabular text-ink-2">{t("waiting.on", { day: event.effectiveOn })}</span>
            {willHappen(t, event)}
          </span>
          {withdraw ? (
            <Form action={withdraw} id={`withdraw-${event.id}`}>
              <input type="hidden" name="eventId" value={event.id} />
              <SubmitButton kind="secondary" size="small">
                {t("waiting.withdraw")}
              </SubmitButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
