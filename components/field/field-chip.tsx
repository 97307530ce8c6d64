"use client";

/** Whether my work has reached the county, in the head of every page: a mark and a word, and one tap to the list. */

import { useRouter } from "next/navigation";
import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { Shape } from "#components/ui/shape.tsx";
import { fill } from "#components/ui/words.tsx";
import type { FieldWords } from "./field-words.tsx";
import type { Now } from "./phone-state.ts";
import { timeOf, useStartedPhone } from "./use-phone.ts";

type Props = {
  /** Null where no server tells who it is: the phone is then whose it was. */
  account: number | null;
  words: FieldWords["chip"];
  lockWords: FieldWords["lock"];
  worker: boolean;
  /** The lock screen, where it must be at hand without a network. */
  Lock?: LockScreen;
};

type LockScreen = ComponentType<{ words: FieldWords["lock"] }>;
/** Fetched only by a phone that has a lock; where it does not come, the empty shell has it. */
const Fetched: LockScreen = lazy(() =>
  import("./lock-screen.tsx").then(
    ({ LockScreen }) => ({ default: LockScreen }),
    () => {
      location.replace("/offline");
      return new Promise<never>(() => undefined);
    },
  ),
);

export function FieldChip({ account, words, lockWords, worker, Lock = Fetched }: Props) {
  const now = useStartedPhone(account, worker);
  const router = useRouter();
  const { delivered } = now;
  useEffect(() => {
    // What the server showed was made before it had these; a form that is being filled in is left alone.
    if (account !== null && delivered > 0 && location.pathname !== "/visits/new") router.refresh();
  }, [account, delivered, router]);
  if (!now.ready || now.account === null) return null;
  if (now.locked)
    return (
      <Suspense fallback={<div className="fixed inset-0 z-50 bg-page" />}>
        <Lock words={lockWords} />
      </Suspense>
    );
  const { mark, text, tone, label } = told(now, words);
  return (
    <a
      href="/sync"
      aria-label={label}
      data-field-state={tone}
      className={`inline-flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1 whitespace-nowrap rounded-control px-1.5 text-note no-underline hover:bg-hover hover:no-underline desk:min-h-8 ${tones[tone]}`}
    >
      {mark}
      <span className={tone === "ok" ? "handset:sr-only" : "care:sr-only"}>{text}</span>
    </a>
  );
}

type Tone = "ok" | "waiting" | "trouble" | "offline";
const tones: Record<Tone, string> = {
  ok: "text-ink-2",
  waiting: "font-semibold text-watch",
  trouble: "font-semibold text-behind",
  offline: "text-ink-2",
};

function told(now: Now, words: FieldWords["chip"]) {
  const refused = now.items.filter((item) => item.refused).length;
  const differing = now.items.filter((item) => item.differs && !item.refused).length;
  const waiting = now.items.filter((item) => !item.refused && !item.differs && !item.held).length;
  const said = (tone: Tone, mark: React.ReactNode, text: string) => ({
    ...{ tone, mark, text },
    label: `${words.label} ${text}`,
  });
  if (refused > 0)
    return said(
      "trouble",
      <Shape state="behind" className="size-3" />,
      fill(words.trouble, { count: refused + differing }),
    );
  if (differing > 0) return said("trouble", <Mark>⇄</Mark>, fill(words.differs, { count: differing }));
  if (now.stop === "signedOut" && waiting > 0)
    return said(
      "trouble",
      <Shape state="behind" className="size-3" />,
      fill(words.signIn, { count: waiting }),
    );
  if (now.sending) return said("waiting", <Mark>⟳</Mark>, words.sending);
  if (waiting > 0) return said("waiting", <Mark>⇡</Mark>, fill(words.waiting, { count: waiting }));
  if (now.fetching !== null) return said("ok", <Mark>⟳</Mark>, words.fetching);
  if (now.stop === "offline") return said("offline", <Mark>☁</Mark>, words.offline);
  if (now.lastAt === null) return said("offline", <Shape state="off" className="size-3" />, words.never);
  return said("ok", <Shape state="ok" className="size-3" />, timeOf(now.lastAt));
}

const Mark = ({ children }: { children: string }) => <span aria-hidden="true">{children}</span>;
