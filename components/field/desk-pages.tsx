"use client";

/** The service desk from the phone itself: what waits here, one's own latest cases, receiving the next one, and papers that come in later. */

import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";
import { DeskChoice } from "./desk-choice.tsx";
import { DeskForm } from "./desk-form.tsx";
import { DeskList } from "./desk-list.tsx";
import { DeskPapers } from "./desk-papers.tsx";
import { useFieldWords } from "./field-words.tsx";
import { NeedsNetwork } from "./needs-network.tsx";
import { OfflinePage } from "./offline-page.tsx";
import { beijingToday } from "./use-phone.ts";

const CASE = /^\/service-desk\/cases\/([0-9a-f-]{36})$/;
export const isDesk = ({ pathname }: URL) =>
  ["/service-desk", "/service-desk/new"].includes(pathname) || CASE.test(pathname);

export function DeskPages({ place, registry }: { place: URL; registry: FirstSync }) {
  const { desk: words } = useFieldWords();
  const { pathname, searchParams: asked } = place;
  const { desk, households } = registry;
  const today = beijingToday();
  const back = { href: "/service-desk", text: words.title };
  if (!desk)
    return (
      <OfflinePage title={words.title}>
        <NeedsNetwork text={words.nothing} />
      </OfflinePage>
    );
  const id = CASE.exec(pathname)?.[1];
  if (id) {
    const one = desk.cases.find((kept) => kept.id === id);
    return (
      <OfflinePage title={one ? `${one.item} · ${one.applicant}` : words.title} back={back}>
        {one ? <DeskPapers one={one} today={today} /> : <NeedsNetwork text={words.notKept} />}
      </OfflinePage>
    );
  }
  if (pathname === "/service-desk/new") {
    const window = desk.windows.find((one) => one.id === asked.get("window")) ?? desk.windows[0];
    const item = desk.items.find((one) => one.id === asked.get("item"));
    return (
      <OfflinePage title={words.accept} back={back} {...(window ? { note: window.name } : {})}>
        {window && item ? (
          <DeskForm window={window} item={item} households={households} />
        ) : (
          <DeskChoice windows={desk.windows} items={desk.items} window={window} />
        )}
      </OfflinePage>
    );
  }
  return (
    <OfflinePage title={words.title} note={words.note}>
      <DeskList cases={desk.cases} today={today} kept={asked.has("kept")} />
    </OfflinePage>
  );
}
