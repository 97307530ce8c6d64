/** What an action answers a form with: a value, or a problem already put into the reader's words. */

export type FieldErrors = Record<string, string[]>;

export type ProblemView = {
  code: string;
  message: string;
  fields?: FieldErrors;
  /** The number under which the log tells more; shown so that it can be read out on the phone. */
  reference?: string;
  /** What was typed, by field name: a form without scripts fills itself in again from here. */
  values?: Record<string, string>;
};

export type Outcome<T = unknown> = { ok: true; value: T } | { ok: false; problem: ProblemView };

export type FormAction<T = unknown> = (previous: Outcome<T> | null, form: FormData) => Promise<Outcome<T>>;

/** One form, one of two deeds: both lead on to another page, so that nobody reads what they answer. */
export const leadingOn = <A, B>(first: boolean, one: FormAction<A>, other: FormAction<B>): FormAction =>
  (first ? one : other) as FormAction;
