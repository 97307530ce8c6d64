/** A long work with its words, as pages show it. */

import { getTranslations } from "next-intl/server";
import { JobProgress, type JobView } from "#components/ui/job-progress.tsx";

type Props = {
  /** Answers a GET with a JobView. */
  source: string;
  first: JobView;
  refreshHref: string;
};

export async function Job({ source, first, refreshHref }: Props) {
  const t = await getTranslations("common");
  const words = {
    waiting: t("job.waiting"),
    running: t("job.running"),
    done: t("job.done"),
    failed: t("job.failed"),
    canceled: t("job.canceled"),
    refresh: t("job.refresh"),
    stale: t("job.stale"),
    // The browser fills the gaps itself: the figures change, the sentence does not.
    progress: t("job.progress", { done: "{done}", total: "{total}" }),
  };
  return <JobProgress source={source} first={first} refreshHref={refreshHref} words={words} />;
}
