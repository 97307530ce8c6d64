/** The head of a page: the way back, where one is, the only h1, and what can be done here. */

import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "#components/ui/breadcrumb.tsx";
import { BackIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";

type Props = {
  title: ReactNode;
  back?: { href: string; label: string };
  trail?: readonly Crumb[];
  mark?: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
};

export function PageHead({ title, back, trail, mark, note, actions }: Props) {
  return (
    <header className={`relative mb-3 desk:mb-4 desk:pt-4 ${back ? "pt-1" : "pt-3"}`}>
      {back || trail ? (
        <div className="mb-1 flex flex-wrap items-center gap-x-3 text-note">
          {back ? (
            <Link
              href={back.href}
              className="inline-flex min-h-touch items-center gap-0.5 desk:min-h-6 print:hidden"
            >
              <BackIcon />
              {back.label}
            </Link>
          ) : null}
          {trail ? <Breadcrumb items={trail} /> : null}
        </div>
      ) : null}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-h1">{title}</h1>
          {mark}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </div>
      {note ? <div className="mt-1 text-body text-ink-2">{note}</div> : null}
    </header>
  );
}
