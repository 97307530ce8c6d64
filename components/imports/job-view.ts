/** How far an import is, as the bar of progress wants it. */
import type { getTranslations } from "next-intl/server";
import type { JobView } from "#components/ui/job-progress.tsx";
import { isBusy } from "#lib/domains/imports/import.ts";
import type { ImportView } from "#lib/domains/imports/queries.ts";

type Translator = Awaited<ReturnType<typeof getTranslations<"imports">>>;
type Found = Pick<ImportView, "status" | "progress">;

const STATES: Record<string, JobView["state"]> = {
  QUEUED: "waiting",
  RUNNING: "running",
  DONE: "done",
  FAILED: "failed",
  CANCELLED: "canceled",
};

export function jobViewOf({ status, progress }: Found, t: Translator): JobView {
  const state = isBusy(status) ? (STATES[progress?.status ?? "QUEUED"] ?? "waiting") : "done";
  const phase = progress?.note;
  const known = phase && t.has(`busy.phase.${phase}` as "busy.phase.reading");
  return {
    state,
    done: progress?.done ?? 0,
    total: progress?.total || null,
    ...(known && state === "running" ? { message: t(`busy.phase.${phase}` as "busy.phase.reading") } : {}),
  };
}
