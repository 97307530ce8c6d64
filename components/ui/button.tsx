/** Buttons act, links go somewhere; both can look like a button. */

import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "#components/ui/button-class.ts";
import Link from "#components/ui/link.tsx";

type ButtonProps = ButtonLook & Omit<ComponentProps<"button">, "className">;

export function Button({ kind, size, wide, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass({ kind, size, wide })} {...rest} />;
}

type LinkProps = ButtonLook & Omit<ComponentProps<typeof Link>, "className"> & { download?: boolean };

export function LinkButton({ kind, size, wide, download, ...rest }: LinkProps) {
  const className = buttonClass({ kind, size, wide });
  // A download must not be prefetched: it would run the export.
  if (download) {
    return (
      <a className={className} download href={String(rest.href)}>
        {rest.children}
      </a>
    );
  }
  return <Link className={className} {...rest} />;
}
