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
