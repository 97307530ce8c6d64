"use client";

/** What the phone holds and does, for a component that shows it. */

import { useEffect, useSyncExternalStore } from "react";
import { type Now, nothingYet, onPhone, phoneNow } from "./phone-state.ts";
import { startPhone } from "./start-phone.ts";

export const usePhone = (): Now => useSyncExternalStore(onPhone, phoneNow, nothingYet);

export function useStartedPhone(account: number | null, worker: boolean): Now {
  useEffect(() => {
    void startPhone(account, worker);
  }, [account, worker]);
  return usePhone();
}

const pad = (value: number) => String(value).padStart(2, "0");

/** "10:42" of today, "11-05 10:42" of another day. */
export function timeOf(at: number): string {
  const when = new Date(at);
  const time = `${pad(when.getHours())}:${pad(when.getMinutes())}`;
  const sameDay = when.toDateString() === new Date().toDateString();
  return sameDay ? time : `${pad(when.getMonth() + 1)}-${pad(when.getDate())} ${time}`;
}

export const beijingToday = () =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
