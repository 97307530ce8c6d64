"use client";

/** Me, from the phone itself: how I read, the password of this phone, and what lies on it; the rest is the server's. */

import { AppLock } from "./app-lock.tsx";
import { useFieldWords } from "./field-words.tsx";
import { Part } from "./kept-parts.tsx";
import { type LookWords, MyLook } from "./my-look.tsx";
import { NeedsNetwork } from "./needs-network.tsx";
import { OfflinePage } from "./offline-page.tsx";
import { PhoneDiagnosis } from "./phone-diagnosis.tsx";
import { usePhone } from "./use-phone.ts";
import { WifiChoice } from "./wifi-choice.tsx";

export function KeptMe({ words }: { words: LookWords }) {
  const { me, lock } = useFieldWords();
  const now = usePhone();
  return (
    <OfflinePage title={me.title} note={me.note}>
      <div className="grid max-w-2xl gap-6">
        <MyLook words={words} />
        {now.account === null ? null : <AppLock account={now.account} words={lock} />}
        <WifiChoice />
        <PhoneDiagnosis now={now} />
        <Part title={me.online}>
          <NeedsNetwork text={me.onlineNote} />
        </Part>
      </div>
    </OfflinePage>
  );
}
