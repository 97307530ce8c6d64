"use client";

/** How far a long work has come, asked for every second and a half; without scripts a link asks again. */

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

export type JobView = {
  state: "waiting" | "running" | "done" | "failed" | "canceled";
  done: number;
  total: number | null;
  message?: string;
};

type Props = {
  /** Answers a GET with a JobView. */
  source: string;
  first: JobView;
  refreshHref: string;
  words: Record<JobView["state"] | "refresh" | "stale", string> & { progress: string };
};

const EVERY = 1500;

export function JobProgress({ source, first, refreshHref, words }: Props) {
  const router = useRouter();
  const [job, setJob] = useState(first);
  const [stale, setStale] = useState(false);
  const open = job.state === "waiting" || job.state === "running";

  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const timer = setInterval(async () => {
      try {
        const answer = await fetch(source, { signal: stop.signal, headers: { accept: "application/json" } });
        if (!answer.ok) throw new Error(String(answer.status));
        const next = (await answer.json()) as JobView;
        setJob(next);
        setStale(false);
        if (next.state !== "waiting" && next.state !== "running") router.refresh();
      } catch {
        if (!stop.signal.aborted) setStale(true);
      }
    }, EVERY);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [open, source, router]);

  const counted = job.total
    ? words.progress
        .replace("{done}", job.done.toLocaleString("en-US"))
        .replace("{total}", job.total.toLocaleString("en-US"))
    : "";
  return (
    <div className="rounded-card border border-line bg-card px-4 py-3">
      <div role="status" className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-semibold">{job.message ?? words[job.state]}</p>
        <p className="tabular text-ink-2">{counted}</p>
      </div>
      {open ? (
        <>
          <progress
            aria-label={words[job.state]}
            className="job-bar mt-2 block h-2 w-full"
            {...(job.total ? { value: job.done, max: job.total } : {})}
          />
          {stale ? <p className="mt-1 text-note text-watch">{words.stale}</p> : null}
          <noscript>
            <a href={refreshHref}>{words.refresh}</a>
          </noscript>
        </>
      ) : null}
    </div>
  );
}
