"use client";

/** Where the browser is on its way to: told by links and forms, read by the shell, which shows that something comes. */

import { useEffect, useSyncExternalStore } from "react";

let goal: string | null = null;
const listeners = new Set<() => void>();

function tell(next: string | null) {
  goal = next;
  for (const listener of listeners) listener();
}

/** Forgets the goal, if it is still the one meant: a newer one is not taken away by an older one's end. */
export function forget(href: string | null = goal) {
  if (href === goal) tell(null);
}

export const goTo = (href: string) => tell(href);

/** While `pending`, the browser is on its way to `href`. */
export function useOnTheWay(pending: boolean, href: string) {
  useEffect(() => {
    if (!pending) return;
    tell(href);
    return () => forget(href);
  }, [pending, href]);
}

/** The address on its way, or null. */
export const useGoal = () => useSyncExternalStore(subscribe, now, nowhere);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const now = () => goal;
const nowhere = () => null;
