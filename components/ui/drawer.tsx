/** One row opened beside its list: under the address `peek=<id>`, closed by its link, by Escape and by going back. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DrawerKeys } from "#components/ui/drawer-keys.tsx";
import { CloseIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";
import { withParams } from "#lib/base/url-state.ts";

type Props = {
  /** What the list's links name it by. */
  peek: string;
  /** Without a title the row was not found, and nothing of it is told. */
  title: ReactNode | null;
  closeHref: string;
  actions?: ReactNode;
  children?: ReactNode;
};

/** Stands first in its page: it sticks below the bar and takes no room from the list. */
export async function Drawer({ peek, title, closeHref, actions, children }: Props) {
  const t = await getTranslations("common");
  return (
    <div className="top-bar -mr-4 handset:-ml-4 sticky z-15 h-0 desk:-mr-6 print:hidden">
      <section
        id="drawer"
        role="dialog"
        aria-labelledby="drawer-title"
        tabIndex={-1}
        className="absolute top-0 right-0 flex h-[calc(100dvh-6.5rem-3px)] w-full flex-col overflow-y-auto border-line bg-card shadow-over -outline-offset-2 desk:h-[calc(100dvh-3rem-3px)] desk:w-md desk:border-l"
      >
        <header className="sticky top-0 z-10 flex items-start justify-between gap-3 border-line border-b bg-card py-2 pr-2 pl-4">
          <h2 id="drawer-title" className="min-w-0 self-center text-h2">
            {title ?? t("peek.missing")}
          </h2>
          <Link
            id="drawer-close"
            href={closeHref}
            replace
            scroll={false}
            aria-label={t("peek.close")}
            className="inline-flex min-h-touch min-w-touch shrink-0 items-center justify-center desk:min-h-8 desk:min-w-8"
          >
            <CloseIcon />
          </Link>
        </header>
        <div className="grid grow content-start gap-4 p-4">
          {title === null ? <p className="text-ink-2">{t("peek.missingMore")}</p> : children}
        </div>
        {title !== null && actions ? (
          <footer className="sticky bottom-0 z-10 flex flex-wrap gap-2 border-line border-t bg-card px-4 py-2">
            {actions}
          </footer>
        ) : null}
      </section>
      <DrawerKeys key={peek} peek={peek} />
    </div>
  );
}

type LinkProps = { path: string; params: URLSearchParams; id: string; name: string };

/** The way in, for a desk: on a phone a row's own link leads to its page. */
export async function PeekLink({ path, params, id, name }: LinkProps) {
  const t = await getTranslations("common");
  return (
    <Link
      href={withParams(path, params, { peek: id }, true)}
      scroll={false}
      data-peek={id}
      aria-label={t("peek.of", { name })}
      className="ml-2 hidden min-h-6 items-center whitespace-nowrap text-note desk:inline-flex print:hidden"
    >
      {t("peek.open")}
    </Link>
  );
}
