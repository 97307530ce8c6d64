/** Rows for a thumb, 64 px and more: a mark, who, what, why, and a chevron. */

import type { ReactNode } from "react";
import { ChevronIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";

export function RowList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-card"
    >
      {children}
    </ul>
  );
}

type Props = {
  href: string;
  mark?: ReactNode;
  title: ReactNode;
  /** Beside the title: what is to be done. */
  meta?: ReactNode;
  /** Below: why today. */
  detail?: ReactNode;
  /** At the right end: how urgent. */
  end?: ReactNode;
};

export function RowLink({ href, mark, title, meta, detail, end }: Props) {
  return (
    <li>
      <Link
        href={href}
        className="flex min-h-16 items-center gap-3 px-4 py-2 text-ink care:flex-wrap no-underline -outline-offset-2 hover:bg-hover hover:no-underline"
      >
        {mark}
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold text-h3">{title}</span>
            {meta ? <span className="text-ink-2">{meta}</span> : null}
          </span>
          {detail ? <span className="block text-ink-2 text-note">{detail}</span> : null}
        </span>
        {end ? (
          <span className="shrink-0 text-right text-note care:basis-full care:text-left">{end}</span>
        ) : null}
        <ChevronIcon className="size-4 text-ink-3 care:hidden" />
      </Link>
    </li>
  );
}
