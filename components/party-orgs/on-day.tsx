/** Looking back: a day of the past, kept in the address, with a remark that cannot be missed. */

import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { isDay } from "#lib/base/calendar.ts";
import { withParams } from "#lib/base/url-state.ts";

type Props = { path: string; params: URLSearchParams; on: string | null; today: string };

export async function OnDay({ path, params, on, today }: Props) {
  const t = await getTranslations("party-orgs");
  const kept = [...params].filter(([name]) => name !== "on" && name !== "page");
  return (
    <form action={path} className="mb-3 flex flex-wrap items-end gap-2 print:hidden">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="block">
        <span className="block text-ink-2 text-note">{t("asOf.label")}</span>
        <input key={on} type="date" name="on" defaultValue={on ?? ""} max={today} className={inputClass} />
      </label>
      <Button type="submit">{t("asOf.look")}</Button>
    </form>
  );
}

/** What stands above a picture of the past. */
export async function PastNotice({
  path,
  params,
  on,
  children,
}: Omit<Props, "today" | "on"> & { on: string; children?: ReactNode }) {
  const t = await getTranslations("party-orgs");
  return (
    <div className="mb-3">
      <Notice
        tone="watch"
        title={t("asOf.title", { day: on })}
        action={
          <LinkButton size="small" href={withParams(path, params, { on: null })}>
            {t("asOf.back")}
          </LinkButton>
        }
      >
        {children ?? t("asOf.note")}
      </Notice>
    </div>
  );
}

/** The day of the address, if it is one of the past. */
export const pastDay = (asked: string | null, today: string): string | null =>
  asked !== null && isDay(asked) && asked < today ? asked : null;
