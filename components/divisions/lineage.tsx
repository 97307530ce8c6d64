/** The lineage of a division, newest first, and the changes that wait for their day with the way to take them back. */

import { useTranslations } from "next-intl";
import { happened, whyFailed, willHappen } from "#components/divisions/event-words.ts";
import { LineageNote } from "#components/trees/lineage-note.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { TreeEventRow } from "#lib/domains/divisions/queries/division.ts";
import type { Waiting } from "#lib/domains/divisions/tree-change.ts";

type Props = {
  id: number;
  openedOn: string;
  events: readonly TreeEventRow[];
  /** Where the latest changes can be taken back; null = not by this viewer. */
  undoHref?: ((eventId: string) => string) | null;
};

export function Lineage({ id, openedOn, events, undoHref }: Props) {
  const t = useTranslations("divisions");
  const past = events.filter((event) => event.status !== "SCHEDULED");
  if (past.length === 0) return <p className="text-ink-2">{t("history.none", { day: openedOn })}</p>;
  return (
    <Timeline
      items={past.map((event) => ({
        id: event.id,
        when: event.effectiveOn,
        title: happened(t, event, id),
        body: (
          <LineageNote
            remarks={remarksOf(t, event)}
            part={
              event.partId === null || event.partId === id
                ? null
                : { href: `/divisions/${event.partId}`, name: event.partName ?? "" }
            }
            undoHref={undoHref && event.status === "DONE" && !event.along ? undoHref(event.id) : null}
          />
        ),
      }))}
    />
  );
}

function remarksOf(t: Parameters<typeof happened>[0], event: TreeEventRow): string | null {
  const remarks = [
    event.along && !event.splitFrom ? t("history.along") : null,
    event.status === "UNDONE" ? t("history.undone") : null,
    event.documentNo ? t("history.document", { number: event.documentNo }) : null,
    event.failed ? t("history.failed", { why: whyFailed(t, event.failed) }) : null,
    event.status === "CANCELLED" && !event.failed ? t("history.withdrawn") : null,
  ].filter((remark) => remark !== null);
  return remarks.length > 0 ? remarks.join(" · ") : null;
}

type WaitingProps = { id: number; events: readonly TreeEventRow[]; withdraw: FormAction<Waiting> | null };

export function WaitingChanges({ id, events, withdraw }: WaitingProps) {
  const t = useTranslations("divisions");
  return (
    <ul className="divide-y divide-line">
      {events.map((event) => (
        <li key={event.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
          <span>
            <span className="mr-2 tabular text-ink-2">{t("waiting.on", { day: event.effectiveOn })}</span>
            {willHappen(t, event, id)}
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
