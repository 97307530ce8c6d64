"use client";

/** Account and password: after a refusal the name stays, the password does not, and the reason stands on top. */

import { useActionState, useEffect, useRef } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/inputs.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { FormAction } from "#lib/base/outcome.ts";

type Words = { username: string; password: string; submit: string; working: string; problem: string };
type Props = { action: FormAction<never>; to: string | null; words: Words };

export function SignInForm({ action, to, words }: Props) {
  const [outcome, submit, pending] = useActionState(action, null);
  const problem = outcome && !outcome.ok ? outcome.problem : null;
  const reasons = problem ? Object.values(problem.fields ?? {}).flat() : [];
  const typed = problem?.values?.username ?? "";
  const password = useRef<HTMLInputElement>(null);

  // The next thing to do is to type the password again.
  useEffect(() => {
    if (!problem || !password.current) return;
    password.current.value = "";
    password.current.focus();
  }, [problem]);

  return (
    <form action={submit} className="grid gap-4" noValidate>
      {problem ? (
        <div role="alert">
          <Notice tone="behind" title={words.problem}>
            {reasons.length > 0 ? reasons.map((reason) => <p key={reason}>{reason}</p>) : problem.message}
          </Notice>
        </div>
      ) : null}
      {to ? <input type="hidden" name="to" value={to} /> : null}
      <Field name="username" label={words.username}>
        <TextInput
          key={typed}
          defaultValue={typed}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
        />
      </Field>
      <Field name="password" label={words.password}>
        <TextInput ref={password} type="password" autoComplete="current-password" maxLength={1024} />
      </Field>
      <button
        type="submit"
        aria-disabled={pending}
        onClick={(event) => pending && event.preventDefault()}
        className={buttonClass({ kind: "primary", wide: true, size: "large" })}
      >
        {pending ? words.working : words.submit}
      </button>
    </form>
  );
}
