/** How buttons look, for buttons and for links that act like them. One primary button per page. */

export type ButtonKind = "secondary" | "primary" | "danger" | "quiet";
export type ButtonSize = "normal" | "small" | "large";
export type ButtonLook = { kind?: ButtonKind; size?: ButtonSize; wide?: boolean };

const base =
  "inline-flex items-center justify-center gap-2 rounded-control border text-center font-semibold no-underline hover:no-underline select-none desk:whitespace-nowrap disabled:opacity-55 aria-disabled:opacity-55";

const kinds: Record<ButtonKind, string> = {
  secondary: "border-control bg-card text-ink hover:bg-hover",
  primary: "border-brand-fill bg-brand-fill text-white hover:border-brand-hover hover:bg-brand-hover",
  danger: "border-behind bg-card text-behind hover:bg-behind-tint",
  quiet: "border-transparent bg-transparent text-link hover:bg-hover",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-control px-4 text-body",
  small: "min-h-control px-3 text-body desk:min-h-7 desk:px-2.5 desk:text-note",
  large: "min-h-14 px-6 text-h3",
};

export function buttonClass({ kind = "secondary", size = "normal", wide = false }: ButtonLook): string {
  return `${base} ${kinds[kind]} ${sizes[size]} ${wide ? "w-full" : ""}`;
}
