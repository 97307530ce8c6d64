/** Telephone numbers as people write them: with spaces, hyphens, full-width digits or the prefix of the country. */

/** As it is kept: bare digits, as far as it was a telephone number. */
export const tidyPhone = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s()-]/g, "")
    .replace(/^(\+|00)86/, "");

export const PHONE = /^\d{7,12}$/;
