"use client";

/** What waits on the phone about one family, one list or one case: shown where it belongs, so that nobody writes it down twice. */

import { fill } from "#components/ui/words.tsx";
import type { OpKind } from "#lib/domains/sync/op.ts";
import { useFieldWords } from "./field-words.tsx";
import { type Content, kindOf } from "./outbox.ts";
import { OutboxRow } from "./outbox-row.tsx";
import { useContents } from "./use-contents.ts";
import { usePhone } from "./use-phone.ts";

export function WaitingAbout({ is }: { is: (content: Content, kind: OpKind) => boolean }) {
  const { desk } = useFieldWords();
  const { items, sending } = usePhone();
  const contents = useContents(items);
  const here = items.filter((item) => {
    const content = contents.get(item.id);
    return content !== undefined && is(content, kindOf(item));
  });
  if (here.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-h2">{fill(desk.waiting, { count: here.length })}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {here.map((item) => (
          <OutboxRow key={item.id} item={item} sending={sending === item.id} />
        ))}
      </ul>
    </section>
  );
}
