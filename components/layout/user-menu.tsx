/** Who is signed in, how they like to read, and the way out: a panel of plain forms that needs no scripts. */

import { getTranslations } from "next-intl/server";
import { GuardedLeave } from "#components/field/guarded-leave.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Form } from "#components/ui/form.tsx";
import { DownIcon, PersonIcon } from "#components/ui/icons.tsx";
import Link from "#components/ui/link.tsx";
import type { FormAction } from "#lib/base/outcome.ts";
import { locales, type Preferences, textSizes, themes } from "#lib/base/preferences.ts";
import { getFormats } from "#lib/i18n/format.ts";

export type UserMenuProps = {
  name: string;
  /** For whom the reader stands in today, and until when. */
  standsIn: readonly { name: string; until: string }[];
  preferences: Preferences;
  /** Takes any of textSize, theme, locale, density, colorSafe. */
  savePreferences: FormAction<number>;
  signOut: FormAction<never>;
};

export async function UserMenu({ name, standsIn, preferences, savePreferences, signOut }: UserMenuProps) {
  const t = await getTranslations("navigation");
  const f = await getFormats();
  return (
    <details data-popover className="group relative">
      <summary
        aria-label={t("user.menu", { name })}
        className="flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-control px-2 hover:bg-hover desk:min-h-8"
      >
        <PersonIcon className="size-5 text-ink-2 desk:hidden" />
        <span className="hidden max-w-40 truncate desk:inline">{name}</span>
        {standsIn.map((one) => (
          <span key={one.name} className="hidden max-w-40 truncate text-note text-watch desk:inline">
            {t("user.for", { name: one.name })}
          </span>
        ))}
        <DownIcon className="hidden size-3.5 text-ink-3 group-open:rotate-180 desk:inline" />
      </summary>
      <div className="absolute top-full right-0 z-30 mt-1 w-72 max-w-[90cqw] rounded-card border border-line bg-card p-4 shadow-over">
        <p className="mb-3 font-semibold desk:sr-only">{name}</p>
        {standsIn.map((one) => (
          <p key={one.name} className="mb-3">
            <Link href="/me/delegation">{t("user.standsIn", { name: one.name, day: f.day(one.until) })}</Link>
          </p>
        ))}
        <Wish
          label={t("user.textSize")}
          name="textSize"
          now={preferences.textSize}
          options={textSizes.map((value) => ({ value, label: t(`textSize.${value}`) }))}
          save={savePreferences}
        />
        <Wish
          label={t("user.theme")}
          name="theme"
          now={preferences.theme}
          options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
          save={savePreferences}
        />
        <Wish
          label={t("user.locale")}
          name="locale"
          now={preferences.locale}
          options={locales.map((value) => ({ value, label: t(`locale.${value}`) }))}
          save={savePreferences}
        />
        <div className="flex items-center justify-between gap-2 border-line border-t pt-3">
          <Link href="/me" className="inline-flex min-h-control items-center">
            {t("user.more")}
          </Link>
          <Link href="/help" className="inline-flex min-h-control items-center">
            {t("user.help")}
          </Link>
          <GuardedLeave>
            <Form action={signOut}>
              <button type="submit" className={buttonClass({ size: "small" })}>
                {t("user.signOut")}
              </button>
            </Form>
          </GuardedLeave>
        </div>
      </div>
    </details>
  );
}

type WishProps = {
  label: string;
  name: string;
  now: string;
  options: readonly { value: string; label: string }[];
  save: FormAction<number>;
};

function Wish({ label, name, now, options, save }: WishProps) {
  return (
    <Form action={save} className="mb-3">
      <fieldset>
        <legend className="mb-1 text-ink-2 text-note">{label}</legend>
        <div className="flex flex-wrap gap-1">
          {options.map((option) => (
            <button
              key={option.value}
              type="submit"
              name={name}
              value={option.value}
              aria-pressed={option.value === now}
              className="min-h-touch rounded-control border border-control px-2.5 text-note hover:bg-hover aria-pressed:border-link aria-pressed:bg-link-tint aria-pressed:font-semibold aria-pressed:ring-1 aria-pressed:ring-link desk:min-h-8"
            >
              {option.label}
            </button>
          ))}
        </div>
      </fieldset>
    </Form>
  );
}
