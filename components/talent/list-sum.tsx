/** How many rows the list has, and the list as a workbook, exactly as it is seen. */
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/button.tsx";
import { withParams } from "#lib/base/url-state.ts";
import type { SeenList } from "#lib/domains/exports/sheet-ids.ts";

type Props = {
  list: Exclude<SeenList, "households">;
  params: URLSearchParams;
  mayExport: boolean;
  children: ReactNode;
};

export async function ListSum({ list, params, mayExport, children }: Props) {
  const t = await getTranslations("talent");
  return (
    <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <p className="text-ink-2">{children}</p>
      {mayExport ? (
        <LinkButton size="small" href={withParams("/api/talent/export", params, { list })} download>
          {t("export")}
        </LinkButton>
      ) : null}
    </div>
  );
}
