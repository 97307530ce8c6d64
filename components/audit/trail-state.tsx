/** One line on whether the trail can be relied upon: checked and whole, sealed and not yet checked, or broken. */
import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/notice.tsx";
import type { TrailState } from "#lib/domains/audit/queries/list-trail.ts";
import { getFormats } from "#lib/i18n/format.ts";

export async function TrailStateLine({ state }: { state: TrailState | null }) {
  const t = await getTranslations("audit");
  const f = await getFormats();
  const [first] = state?.found ?? [];
  if (first) return <Notice tone="behind">{t("state.broken", { what: first })}</Notice>;
  if (state?.checkedUpto)
    return <Notice tone="ok">{t("state.whole", { time: f.dayTime(state.checkedUpto) })}</Notice>;
  return (
    <Notice>
      {state?.sealedAt ? t("state.unchecked", { time: f.dayTime(state.sealedAt) }) : t("state.unsealed")}
    </Notice>
  );
}
