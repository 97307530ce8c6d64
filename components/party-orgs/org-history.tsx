/** Who leads an organization and led it, with the basis; what happened to it; and what waits for its day. */

import { useTranslations } from "next-intl";
import { happened, remarksOf, willHappen } from "#components/party-orgs/event-words.ts";
import { LineageNote } from "#components/trees/lineage-note.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import Link from "#components/ui/link.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";
import type { Waiting } from "#lib/domains/divisions/tree-change.ts";
import type { Basis } from "#lib/domains/party-orgs/affiliation.ts";
import type { AffiliationRow } from "#lib/domains/party-orgs/queries/org.ts";

type Props = {
  id: number;
  affiliations: readonly AffiliationRow[];
  events: readonly TreeEventRow[];
  /** Where a change can be taken back; null = not by this viewer. */
  undoHref: ((eventId: string) => string) | null;
};

export function OrgHistory({ id, affiliations, events, undoHref }: Props) {
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
            body: (
              <LineageNote
                remarks={remarksOf(t, event)}
                part={otherOf(event, id)}
                undoHref={undoHref && event.status === "DONE" && !event.along ? undoHref(event.id) : null}
              />
            ),
          }))}
        />
      ) : null}
    </div>
  );
}

/** The organization that a split made or left, the one that came in, or the one that went on: so that the lineage can be followed. */
function otherOf(event: TreeEventRow, here: number): { href: string; name: string } | null {
  const other =
    event.partId !== null
      ? { id: event.partId, name: event.partName ?? "" }
      : event.kind !== "CLOSE" && event.kind !== "MERGE"
        ? null
        : event.nodeId !== here
          ? { id: event.nodeId, name: event.nodeName }
          : { id: event.otherId, name: event.otherName ?? "" };
  return other === null || other.id === null || other.id === here
    ? null
    : { href: `/orgs/${other.id}`, name: other.name };
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
