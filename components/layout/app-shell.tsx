/** The house around every working page: bar on top, rail or tabs, and the page in between. */

import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { Arriving } from "#components/layout/arriving.tsx";
import { BottomTabs } from "#components/layout/bottom-tabs.tsx";
import type { Call } from "#components/layout/call-mark.tsx";
import { railFor, tabsFor } from "#components/layout/navigation.ts";
import { Rail } from "#components/layout/rail.tsx";
import { type KeyWords, ShellKeys } from "#components/layout/shell-keys.tsx";
import { TopBar } from "#components/layout/top-bar.tsx";
import { UserMenu, type UserMenuProps } from "#components/layout/user-menu.tsx";
import { ToastHost } from "#components/ui/toast.tsx";

type Props = {
  verbs: ReadonlySet<string>;
  inTheField: boolean;
  demo: boolean;
  folded: boolean;
  user: UserMenuProps;
  /** What waits in the inbox; null when nothing does, or in hours of quiet. */
  call: Call | null;
  /** Of people in the field: whether their work has reached the county. */
  sync?: ReactNode;
  children: ReactNode;
};

export async function AppShell({ verbs, inTheField, demo, folded, user, call, sync, children }: Props) {
  const t = await getTranslations("common");
  return (
    <div
      id="shell"
      data-folded={folded ? "" : undefined}
      className="group/shell flex min-h-[calc(100dvh-3px)] flex-col"
    >
      <a
        href="#content"
        className="sr-only z-50 focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:rounded-control focus:bg-card focus:px-4 focus:py-2"
      >
        {t("skipToContent")}
      </a>
      <TopBar demo={demo}>
        {sync}
        <UserMenu {...user} />
      </TopBar>
      {demo ? <p className="hidden text-center text-note print:block">{t("demo.banner")}</p> : null}
      <div className="flex grow">
        <Rail groups={railFor(verbs)} call={call} />
        <main
          id="content"
          tabIndex={-1}
          className="gutter mx-auto min-w-0 max-w-[90rem] grow pb-8 outline-none"
        >
          <Arriving />
          {children}
        </main>
      </div>
      <ToastHost />
      <BottomTabs places={tabsFor(verbs, inTheField)} call={call} />
      <Suspense>
        <ShellKeys words={await keyWords()} />
      </Suspense>
    </div>
  );
}

async function keyWords(): Promise<KeyWords> {
  const t = await getTranslations("navigation");
  return {
    search: {
      label: t("search.label"),
      open: t("search.open"),
      placeholder: t("search.placeholder"),
      hint: t("search.hint"),
      all: t("search.all"),
      failed: t("search.failed"),
      whole: t("search.whole"),
      // The browser fills in what was typed.
      empty: t("search.empty", { text: "{text}" }),
    },
    shortcuts: {
      title: t("shortcuts.title"),
      search: t("shortcuts.search"),
      rail: t("shortcuts.rail"),
      help: t("shortcuts.help"),
      close: t("shortcuts.close"),
    },
  };
}
