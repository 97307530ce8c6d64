/** The honest states of a panel: four kinds of empty, a part that failed alone, and what is not permitted. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CheckIcon, InfoIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";

type EmptyProps = {
  /** Never any, none for these conditions, all done, or not open yet. */
  kind: "never" | "filtered" | "done" | "notYet";
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
};

export function EmptyState({ kind, title, children, action }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-center px-4 py-8 text-center">
      {kind === "done" ? <CheckIcon className="mb-2 size-8 text-ok" /> : null}
      <p className="font-semibold text-h3">{title}</p>
      {children ? <div className="mt-1 text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

/** One part could not be fetched; the rest of the page stands. */
export async function ErrorNote({ name, retryHref }: { name: string; retryHref?: string }) {
  const t = await getTranslations("common");
  return (
    <Notice
      tone="watch"
      action={
        retryHref ? (
          <Link href={retryHref} className="inline-flex min-h-6 items-center underline">
            {t("retry")}
          </Link>
        ) : null
      }
    >
      {t("panel.failed", { name })}
    </Notice>
  );
}

/** Who can give the right that is missing. */
export async function PermissionNote({ who, children }: { who?: string; children?: ReactNode }) {
  const t = await getTranslations("common");
  return (
    <div className="mt-4 flex max-w-2xl items-start gap-2 rounded-card border border-line bg-sunk px-4 py-3 desk:mt-6">
      <InfoIcon className="mt-1 size-4 shrink-0 text-ink-2" />
      <div>
        <h1 className="font-semibold text-body">{children ?? t("denied.title")}</h1>
        <p className="text-ink-2">{who ? t("denied.ask", { who }) : t("denied.askAnyone")}</p>
        <p className="mt-2">
          <Link href="/" className="inline-flex min-h-touch items-center desk:min-h-6">
            {t("notFound.home")}
          </Link>
        </p>
      </div>
    </div>
  );
}
