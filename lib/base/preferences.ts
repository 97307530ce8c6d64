/** How a person likes to read: language, light, text size, density, colors. Unknown values fall back. */

export const locales = ["zh-CN", "en"] as const;
export const themes = ["system", "light", "dark"] as const;
export const textSizes = ["100", "125", "150", "188"] as const;
export const densities = ["loose", "standard", "compact"] as const;

export type Locale = (typeof locales)[number];
export type Theme = (typeof themes)[number];
export type TextSize = (typeof textSizes)[number];
export type Density = (typeof densities)[number];

export type Preferences = {
  locale: Locale;
  theme: Theme;
  textSize: TextSize;
  density: Density;
  colorSafe: boolean;
};

/** The cookies that carry the same wishes before sign-in. */
export const preferenceCookies = {
  locale: "locale",
  theme: "theme",
  textSize: "text-size",
  density: "density",
  colorSafe: "color-safe",
} as const satisfies Record<keyof Preferences, string>;

type Raw = { [Key in keyof Preferences]?: unknown };

export function toPreferences(raw: Raw): Preferences {
  return {
    locale: oneOf(locales, raw.locale),
    theme: oneOf(themes, raw.theme),
    textSize: oneOf(textSizes, raw.textSize === undefined ? undefined : String(raw.textSize)),
    density: oneOf(densities, raw.density, "standard"),
    colorSafe: raw.colorSafe === true || raw.colorSafe === "1" || raw.colorSafe === "true",
  };
}

function oneOf<const T extends readonly string[]>(
  allowed: T,
  value: unknown,
  otherwise?: T[number],
): T[number] {
  const found = allowed.find((word) => word === value);
  return found ?? otherwise ?? (allowed[0] as T[number]);
}
