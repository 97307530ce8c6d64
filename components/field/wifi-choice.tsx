"use client";

/** Whether photos wait for Wi-Fi: a wish of this phone, which costs its owner money otherwise. */

import { useEffect, useState } from "react";
import { about, tellAbout } from "./about-phone.ts";
import { useFieldWords } from "./field-words.tsx";

export function WifiChoice() {
  const { centre } = useFieldWords();
  const [chosen, setChosen] = useState<boolean | null>(null);
  useEffect(() => {
    void about().then((phone) => setChosen(phone?.wifiOnly ?? false));
  }, []);
  if (chosen === null) return null;
  const choose = (wifiOnly: boolean) => {
    setChosen(wifiOnly);
    void tellAbout({ wifiOnly });
  };
  return (
    <div>
      <label className="flex min-h-touch cursor-pointer items-center gap-3">
        <input
          type="checkbox"
          className="size-5 accent-brand-fill"
          checked={chosen}
          onChange={({ target }) => choose(target.checked)}
        />
        <span className="font-semibold">{centre.wifiOnly}</span>
      </label>
      <p className="text-note text-ink-2">{centre.wifiNote}</p>
    </div>
  );
}
