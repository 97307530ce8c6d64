"use client";

/** Renews a wall, or goes on to the next unit; while the network is lost the last picture stays and says how old it is. Escape leaves. */

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { buttonClass } from "#components/ui/button-class.ts";

type Props = {
  /** When what is shown was read. */
  shown: string;
  seconds: number;
  /** Where to go on to; null = the same again. */
  next: string | null;
  exit: string;
  words: { shown: string; lost: string; full: string };
};

export function WallClock({ shown, seconds, next, exit, words }: Props) {
  const router = useRouter();
  const [lost, setLost] = useState(0);
  useEffect(() => {
    const timer = setInterval(async () => {
      // Asked first: a page that cannot be fetched would take the last picture away.
      const there = await fetch("/ready", { cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      setLost((before) => (there ? 0 : before + seconds));
      if (there) next ? router.push(next) : router.refresh();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds, next]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.fullscreenElement) router.push(exit);
    };
    addEventListener("keydown", leave);
    return () => removeEventListener("keydown", leave);
  }, [router, exit]);
  return (
    <>
      <span role="status" className={lost > 0 ? "font-semibold text-behind" : ""}>
        {lost > 0
          ? words.lost.replace("{at}", shown).replace("{n}", String(Math.max(1, Math.round(lost / 60))))
          : `${words.shown} ${shown}`}
      </span>
      <button
        type="button"
        className={buttonClass({ size: "small" })}
        onClick={() => document.documentElement.requestFullscreen?.().catch(() => {})}
      >
        {words.full}
      </button>
    </>
  );
}
