/** How every text-like input looks. */

export const inputClass =
  "min-h-control w-full rounded-control border border-control bg-card px-3 text-body text-ink placeholder:text-ink-3 aria-invalid:border-2 aria-invalid:border-behind-fill disabled:bg-sunk disabled:text-ink-3";
