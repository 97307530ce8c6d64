/** Taking a change of a tree back: what it was, whether anything was written since, and the button that alone does it. */

import { useTranslations } from "next-intl";
import { LinkButton } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Form, SubmitButton } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Undoable } from "#lib/domains/divisions/take-back.ts";

type Props<T> = {
  eventId: string;
  undoable: Undoable;
  /** What an event says on the page of the node. */
  wordsOf: (event: Undoable["events"][number]) => string;
  back: { href: string; label: string };
  undo: FormAction<T>;
  /** What to do when it cannot be taken back. */
  instead: string;
};

export function UndoCard<T>({ eventId, undoable, wordsOf, back, undo, instead }: Props<T>) {
  const t = useTranslations("trees");
  const since = Object.entries(undoable.since) as [keyof typeof undoable.since, number][];
  return (
    <Card title={t("undo.what")}>
      <ul className="mb-4 list-disc pl-5">
        {undoable.events.map((event) => (
          <li key={event.id}>
            <span className="mr-2 tabular text-ink-2">{event.effectiveOn}</span>
            {wordsOf(event)}
          </li>
        ))}
      </ul>
      {since.length === 0 ? (
        <Form action={undo} id="undo" className="grid gap-4">
          <Notice>{t("undo.clear")}</Notice>
          <input type="hidden" name="eventId" value={eventId} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton kind="danger" pending={t("undo.doing")}>
              {t("undo.confirm")}
            </SubmitButton>
            <LinkButton href={back.href}>{t("undo.leave")}</LinkButton>
          </div>
        </Form>
      ) : (
        <Notice
          tone="watch"
          title={t("undo.blocked")}
          action={<LinkButton href={back.href}>{back.label}</LinkButton>}
        >
          <ul className="list-disc pl-5">
            {since.map(([what, count]) => (
              <li key={what}>{t(`undo.since.${what}`, { count })}</li>
            ))}
          </ul>
          <p className="mt-2">{instead}</p>
        </Notice>
      )}
    </Card>
  );
}
