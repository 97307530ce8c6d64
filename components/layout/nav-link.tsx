"use client";

/** A place in the navigation: knows whether one is there, and takes the unit and period along. */

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import Link from "#components/ui/link.tsx";
import { keepScope } from "#lib/base/url-state.ts";

type Props = { href: string; className: string; title?: string; children: ReactNode };

export function NavLink({ href, className, title, children }: Props) {
  const path = usePathname();
  const search = useSearchParams();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Link
      href={keepScope(href, new URLSearchParams(search))}
      aria-current={here ? "page" : undefined}
      title={title}
      className={className}
    >
      {children}
    </Link>
  );
}
