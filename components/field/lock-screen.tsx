"use client";

/** Covers the page until the password of this phone is typed; large keys, for a thumb in the cold. Needs no network. */

import { useEffect, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { fill } from "#components/ui/words.tsx";
import type { FieldWords } from "./field-words.tsx";
import { lockOf, takeOffSpent, tryPin } from "./lock.ts";
import { lookAgain } from "./phone-state.ts";
import { sync } from "./sync-now.ts";
import { usePhone } from "./use-phone.ts";
import { spendLock } from "./wipe.ts";

type Words = FieldWords["lock"];

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const LONGEST = 12;

export function LockScreen({ words }: { words: Words }) {
  const { account, items } = usePhone();
  const dialog = useRef<HTMLDialogElement>(null);
  const [spent, setSpent] = useState(false);
  useEffect(() => {
    const covering = dialog.current;
    if (!covering?.open) covering?.showModal();
    if (account !== null) void lockOf(account).then((lock) => setSpent(lock?.spent ?? false));
  }, [account]);
  if (account === null) return null;
  const spend = async () => {
    await spendLock(account);
    setSpent(true);
    await lookAgain();
  };
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.showModal()}
      className="fixed inset-0 m-0 h-dvh max-h-none w-screen max-w-none overflow-auto bg-page p-4 text-body text-ink"
    >
      <div className="mx-auto flex min-h-full max-w-sm flex-col justify-end gap-4 pb-6 desk:justify-center">
        <h1 className="text-center text-h1">{spent ? words.spentTitle : words.title}</h1>
        {spent ? (
          <Spent account={account} words={words} waiting={items.length} />
        ) : (
          <Pad account={account} words={words} onSpent={() => void spend()} />
        )}
      </div>
    </dialog>
  );
}

type PadProps = { account: number; words: Words; onSpent: () => void };

function Pad({ account, words, onSpent }: PadProps) {
  const id = useId();
  const [pin, setPin] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [forgot, setForgot] = useState(false);
  const open = async () => {
    setBusy(true);
    const came = await tryPin(account, pin);
    setBusy(false);
    setPin("");
    if (came.state === "spent") return onSpent();
    if (came.state === "open") {
      await lookAgain();
      return void sync();
    }
    const seconds = Math.ceil((came.nextAt - Date.now()) / 1000);
    setTrouble(
      seconds > 0 ? fill(words.wait, { seconds, left: came.left }) : fill(words.wrong, { left: came.left }),
    );
  };
  const typed = (next: string) => setPin(next.replace(/\D/g, "").slice(0, LONGEST));
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (pin && !busy) void open();
      }}
    >
      <label htmlFor={id} className="text-center text-ink-2">
        {words.type}
      </label>
      <input
        id={id}
        type="password"
        inputMode="none"
        autoComplete="off"
        value={pin}
        aria-describedby={trouble ? `${id}-error` : undefined}
        aria-invalid={trouble ? true : undefined}
        onChange={(event) => typed(event.target.value)}
        className="min-h-14 w-full rounded-control border border-control bg-card px-3 text-center text-h1 tracking-[0.3em] aria-invalid:border-2 aria-invalid:border-behind-fill"
      />
      <p id={`${id}-error`} role="alert" className="min-h-[2lh] text-center font-semibold text-behind">
        {busy ? words.looking : trouble}
      </p>
      <div className="grid grid-cols-3 gap-2">
        {KEYS.map((key) => (
          <Button key={key} size="large" onClick={() => typed(pin + key)}>
            {key}
          </Button>
        ))}
        <Button size="large" kind="quiet" aria-label={words.back} onClick={() => setPin(pin.slice(0, -1))}>
          ⌫
        </Button>
        <Button size="large" onClick={() => typed(`${pin}0`)}>
          0
        </Button>
        <Button size="large" kind="primary" type="submit" disabled={busy}>
          {words.open}
        </Button>
      </div>
      {forgot ? <p className="text-center">{words.forgotNote}</p> : null}
      <p className="text-center">
        <Button kind={forgot ? "danger" : "quiet"} onClick={() => (forgot ? onSpent() : setForgot(true))}>
          {forgot ? words.forgotSure : words.forgot}
        </Button>
      </p>
    </form>
  );
}

type SpentProps = { account: number; words: Words; waiting: number };

/** Only the server can say that it is the owner: the session here ends first, so that nobody goes on in it. */
function Spent({ account, words, waiting }: SpentProps) {
  const [trouble, setTrouble] = useState(false);
  const leave = async () => {
    const answer = await fetch("/api/sync/leave", { method: "POST", cache: "no-store" }).catch(() => null);
    if (!answer || (!answer.ok && answer.status !== 401 && answer.status !== 410)) return setTrouble(true);
    await takeOffSpent(account);
    location.replace("/sign-in?to=/today");
  };
  return (
    <div className="grid gap-3">
      <p>{waiting > 0 ? fill(words.spentWaiting, { count: waiting }) : words.spent}</p>
      {trouble ? (
        <p role="alert" className="font-semibold text-behind">
          {words.needsNetwork}
        </p>
      ) : null}
      <Button kind="primary" size="large" wide onClick={() => void leave()}>
        {words.signIn}
      </Button>
    </div>
  );
}
