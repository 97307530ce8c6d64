/** How far the opening of a year is, for the bar of progress and for its page alike. */
import type { getTranslations } from "next-intl/server";
import type { JobView } from "#components/ui/job-progress.tsx";
import type { Opening } from "#lib/domains/registry-years/queries/years.ts";

type T = Awaited<ReturnType<typeof getTranslations<"registry">>>;

const STATES = {
  PREPARING: "running",
  DONE: "done",
  CANCELLED: "canceled",
  FAILED: "failed",
} as const;

export const openingView = (opening: Opening, t: T): JobView => ({
  state: STATES[opening.status],
  done: opening.done,
  total: opening.total,
  message: t("progress", { done: opening.done, total: opening.total }),
});
