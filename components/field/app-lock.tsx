"use client";

/** The app lock of this phone, put on, changed and taken off in the sync centre; the password never leaves the phone. */

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { fill } from "#components/ui/words.tsx";
import type { FieldWords } from "./field-words.tsx";
import { lockOf, putOn, tryPin, weakness } from "./lock.ts";
import { lookAgain } from "./phone-state.ts";
import { lockNow } from "./start-phone.ts";
import { usePhone } from "./use-phone.ts";

type Words = FieldWords["lock"];
type Props = { account: number; words: Words };
type Mode = "rest" | "put on" | "change" | "take off";

export function AppLock({ account, words }: Props) {
  const { locked } = usePhone();
  const [on, setOn] = useState<boolean | null>(null);
  const [mode, setMode] = useState<Mode>("rest");
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (!locked) void lockOf(account).then((lock) => setOn(lock !== undefined));
  }, [account, locked]);
  if (on === null) return null;
  const done = (text: string, now: boolean) => {
    setOn(now);
    setMode("rest");
    setSaid(text);
  };
  return (
    <section>
      <h2 className="mb-2 text-h2">{words.setting}</h2>
      <div role="status" className="mb-2 empty:hidden">
        {said ? <Notice tone="ok">{said}</Notice> : null}
      </div>
      <p className="mb-2 text-ink-2">{on ? words.isOn : words.isOff}</p>
      {mode === "rest" ? (
        <div className="flex flex-wrap gap-2">
          {on ? (
            <>
              <Button onClick={() => void lockNow()}>{words.lockNow}</Button>
              <Button onClick={() => setMode("change")}>{words.change}</Button>
              <Button kind="quiet" onClick={() => setMode("take off")}>
                {words.takeOff}
              </Button>
            </>
          ) : (
            <Button onClick={() => setMode("put on")}>{words.putOn}</Button>
          )}
        </div>
      ) : (
        <PinForm
          key={mode}
          {...{ account, mode, words }}
          onDone={() => done(mode === "take off" ? words.takenOff : words.putOnDone, mode !== "take off")}
          onLeave={() => setMode("rest")}
        />
      )}
    </section>
  );
}

type FormProps = Props & { mode: Exclude<Mode, "rest">; onDone: () => void; onLeave: () => void };
type Field = "old" | "pin" | "again";

function PinForm({ account, mode, words, onDone, onLeave }: FormProps) {
  const fields: Field[] =
    mode === "put on" ? ["pin", "again"] : mode === "change" ? ["old", "pin", "again"] : ["old"];
  const [values, setValues] = useState<Record<Field, string>>({ old: "", pin: "", again: "" });
  const [trouble, setTrouble] = useState<{ field: Field; text: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const weak = mode === "take off" ? null : weakness(values.pin);
    if (weak) return setTrouble({ field: "pin", text: words[weak] });
    if (mode !== "take off" && values.again !== values.pin)
      return setTrouble({ field: "again", text: words.unlike });
    if (mode !== "put on") {
      const came = await tryPin(account, values.old, mode === "take off" ? "take off" : "open");
      if (came.state === "spent") return lookAgain();
      if (came.state === "wrong") {
        const seconds = Math.ceil((came.nextAt - Date.now()) / 1000);
        const { left } = came;
        return setTrouble({
          field: "old",
          text: seconds > 0 ? fill(words.wait, { seconds, left }) : fill(words.wrong, { left }),
        });
      }
    }
    if (mode !== "take off") await putOn(account, values.pin);
    await lookAgain();
    onDone();
  };
  return (
    <form
      className="grid max-w-sm gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        setBusy(true);
        void save().finally(() => setBusy(false));
      }}
    >
      {fields.map((field) => (
        <label key={field} className="block">
          <span className="font-semibold">{words.fields[field]}</span>
          {trouble?.field === field ? (
            <span id={`lock-${field}-error`} role="alert" className="block font-semibold text-behind">
              {trouble.text}
            </span>
          ) : null}
          <input
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            required
            value={values[field]}
            aria-invalid={trouble?.field === field ? true : undefined}
            aria-describedby={trouble?.field === field ? `lock-${field}-error` : undefined}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
            className={inputClass}
          />
        </label>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" disabled={busy}>
          {mode === "take off" ? words.takeOff : words.save}
        </Button>
        <Button kind="quiet" onClick={onLeave}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}
