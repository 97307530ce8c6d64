/** The papers of a thing: what is kept there, to open and to correct, how to add one, and what was removed and why. */
import { getTranslations } from "next-intl/server";
import { WhoChanged } from "#components/audit/who-changed.tsx";
import { Card } from "#components/ui/card.tsx";
import { Disclosure } from "#components/ui/explain.tsx";
import { FieldErrors } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import type { Owner, PapersView } from "#lib/domains/papers/paper.ts";
import { getFormats } from "#lib/i18n/format.ts";
import { AddPapers } from "./add-papers.tsx";
import { changesOf, type Event, type PaperSaid } from "./paper-changes.ts";
import { PaperItem } from "./paper-item.tsx";

export type PaperBlockProps<C, R> = {
  owner: Owner;
  view: PapersView;
  may: boolean;
  events: readonly Event[];
  said: PaperSaid;
  today: string;
  correct: FormAction<C>;
  remove: FormAction<R>;
};

const SAID = ["saved", "removed"] as const;

export async function PaperBlock<C, R>(props: PaperBlockProps<C, R>) {
  const { owner, view, may, events, said, today, correct, remove } = props;
  const t = await getTranslations("papers");
  if (!view.reached) return null;
  const changes = changesOf(t, owner.id, events);
  const done = SAID.find((one) => one === said.paper);
  const asked = said.paper?.split(",") ?? [];
  const fresh = view.papers.filter(({ id }) => asked.includes(id));
  const reason = said.refused && t.has(`refused.${said.refused}` as "refused.none") ? said.refused : null;
  const wordsOf = (id: string | null) => changes.find((one) => one.id === id)?.words ?? null;
  return (
    <Card
      id="papers"
      title={t("title")}
      action={<WhoChanged kind={owner.kind} id={owner.id} field="paper" />}
    >
      {done ? (
        <div className="mb-3">
          <Notice tone="ok">{t(done)}</Notice>
        </div>
      ) : null}
      {fresh.length > 0 ? (
        <div className="mb-3">
          <Notice tone="ok">{may ? t("added") : t("saved")}</Notice>
        </div>
      ) : null}
      {view.papers.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {view.papers.map((paper) => (
          <PaperItem
            key={paper.id}
            paper={paper}
            about={wordsOf(paper.changeId)}
            fresh={fresh.includes(paper)}
            today={today}
            deeds={may ? { correct, remove } : null}
          />
        ))}
      </ul>
      {may ? (
        <AddPapers
          owner={owner}
          open={changes.filter(({ open }) => open)}
          change={said.change ?? null}
          refusal={reason ? t(`refused.${reason}` as "refused.none") : null}
        />
      ) : reason ? (
        <FieldErrors id="paper-error" errors={[t(`refused.${reason}` as "refused.none")]} />
      ) : null}
      <Removed papers={view.removed} />
    </Card>
  );
}

async function Removed({ papers }: { papers: PapersView["removed"] }) {
  const t = await getTranslations("papers");
  const f = await getFormats();
  if (papers.length === 0) return null;
  return (
    <div className="mt-3 border-line border-t pt-2">
      <Disclosure label={t("removedMany", { count: papers.length })}>
        <ul className="divide-y divide-line">
          {papers.map((paper) => (
            <li key={paper.id} className="py-2">
              <s className="wrap-anywhere text-ink-2">
                {[paper.title, paper.documentNo].filter(Boolean).join(" · ")}
              </s>
              <p className="text-ink-2 text-note">
                {t("removedBy", {
                  name: paper.removedBy ?? f.none,
                  time: paper.removedAt ? f.dayTime(paper.removedAt) : f.none,
                  why: paper.removedWhy ?? f.none,
                })}
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
