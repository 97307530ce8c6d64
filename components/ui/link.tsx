"use client";

/** Links that do not fetch ahead (a list of fifty rows must not ask for fifty pages) and tell when they are on their way. */

import NextLink, { useLinkStatus } from "next/link";
import type { ComponentProps } from "react";
import { useOnTheWay } from "#components/ui/on-the-way.ts";

export default function Link({ children, ...rest }: ComponentProps<typeof NextLink>) {
  return (
    <NextLink prefetch={false} {...rest}>
      {children}
      <OnTheWay href={String(rest.href)} />
    </NextLink>
  );
}

function OnTheWay({ href }: { href: string }) {
  useOnTheWay(useLinkStatus().pending, href);
  return null;
}
