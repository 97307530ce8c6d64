/** “Saved”, and after a change of a tree the way to put its approval to it at once. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

export async function SavedNotice({ change, children }: { change: boolean; children: ReactNode }) {
  const t = await getTranslations("papers");
  return (
    <div className="mb-3">
      <Notice tone="ok" action={change ? <LinkButton href="#papers">{t("attach")}</LinkButton> : undefined}>
        {children}
      </Notice>
    </div>
  );
}
