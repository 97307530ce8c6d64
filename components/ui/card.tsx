/** A part of a page with a border around it and a title on top. */

import type { ReactNode } from "react";

type Props = {
  title?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
  id?: string;
  level?: 2 | 3;
  /** Without inner margins, for tables and lists that reach the border. */
  flush?: boolean;
  /** The title is somebody's name: in no language is it translated. */
  named?: boolean;
};

export function Card({ title, note, action, children, id, level = 2, flush = false, named }: Props) {
  const Heading = `h${level}` as const;
  return (
    <section id={id} className="min-w-0 rounded-card border border-line bg-card">
      {title ? (
        <header className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 pt-3 pb-1">
          <div className="min-w-0">
            <Heading className="text-h3" data-names={named}>
              {title}
            </Heading>
            {note ? <p className="text-ink-2 text-note">{note}</p> : null}
          </div>
          {action ? <div className="flex items-center gap-2 print:hidden">{action}</div> : null}
        </header>
      ) : null}
      <div className={flush ? "" : title ? "px-4 pt-1 pb-4" : "p-4"}>{children}</div>
    </section>
  );
}
