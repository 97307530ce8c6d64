/** The frame of a page that the phone shows by itself: where it came from, its title, and what there is to say about all of it. */
import type { ReactNode } from "react";

type Props = { title: string; back?: { href: string; text: string }; note?: string; children: ReactNode };

export function OfflinePage({ title, back, note, children }: Props) {
  return (
    <>
      <header className="mb-3 pt-3">
        {back ? (
          <a href={back.href} className="inline-flex min-h-touch items-center text-note">
            {back.text}
          </a>
        ) : null}
        <h1 className="text-h1">{title}</h1>
        {note ? <p className="mt-1 text-ink-2">{note}</p> : null}
      </header>
      {children}
    </>
  );
}
