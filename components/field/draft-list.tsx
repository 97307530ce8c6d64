"use client";

/** What was begun on this phone and not saved: to go on with, or to let go. */

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { fill } from "#components/ui/words.tsx";
import { useFieldWords } from "./field-words.tsx";
import { allUnfinished, dropUnfinishedBy, type Unfinished } from "./unfinished.ts";
import { timeOf } from "./use-phone.ts";

export function DraftList({ account }: { account: number }) {
  const { centre, row } = useFieldWords();
  const [drafts, setDrafts] = useState<Unfinished[]>([]);
  useEffect(() => {
    void allUnfinished(account).then(setDrafts, () => undefined);
  }, [account]);
  if (drafts.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-h2">{fill(centre.drafts, { count: drafts.length })}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {drafts.map((draft) => (
          <li key={draft.key} className="flex flex-wrap items-center gap-2 px-4 py-3">
            <span className="font-semibold text-h3">
              ✎ {draft.title ?? fill(row.of, { name: draft.head })}
            </span>
            <span className="grow text-note text-ink-2">{timeOf(draft.at)}</span>
            <a href={hrefOf(draft)} className={buttonClass({ size: "small" })}>
              {centre.continue}
            </a>
            <Button
              size="small"
              kind="quiet"
              onClick={() =>
                void dropUnfinishedBy(draft.key).then(() =>
                  setDrafts((all) => all.filter(({ key }) => key !== draft.key)),
                )
              }
            >
              {centre.dropDraft}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function hrefOf({ key, householdId, href }: Unfinished): string {
  if (href) return href;
  // An older program did not say where.
  const about = key.slice(key.indexOf(":") + 1);
  const item = about === householdId ? "" : `&item=${about}`;
  return `/visits/new?household=${householdId}${item}`;
}
