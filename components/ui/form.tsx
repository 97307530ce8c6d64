"use client";

/** A form that posts before scripts arrive, keeps what was typed, and takes the reader to what is wrong. */

import {
  createContext,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { type ButtonLook, buttonClass } from "#components/ui/button-class.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { asksProof, ProofAsk } from "#components/ui/proof-ask.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { typeAgain } from "#components/ui/type-again.ts";
import { useWords } from "#components/ui/words.tsx";
import type { FormAction, ProblemView } from "#lib/base/outcome.ts";

type FormState = {
  id: string;
  problem: ProblemView | null;
  pending: boolean;
  /** What the action answered when all went well and the form is still there. */
  value?: unknown;
};

export const FormContext = createContext<FormState>({ id: "form", problem: null, pending: false });

export const useForm = () => useContext(FormContext);

type Props<T> = {
  action: FormAction<T>;
  children: ReactNode;
  done?: string;
  className?: string;
  id?: string;
  /** Where the form opens with a question of its own: who sits there. */
  asked?: ProblemView;
  /** Nothing is typed or chosen in it: a refusal is told in its own words, without a promise about what was typed. */
  buttonOnly?: boolean;
};

export function Form<T>({ action, children, done, className, id, asked, buttonOnly }: Props<T>) {
  const made = useId();
  const formId = id ?? made;
  const [outcome, submit, pending] = useActionState(
    action,
    asked ? { ok: false as const, problem: asked } : null,
  );
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef<FormData | null>(null);
  const problem = outcome && !outcome.ok ? outcome.problem : null;

  /** What is to be said of this deed: by the time it is done, the same form may offer the opposite one. */
  const saying = useRef(done);

  const remember = (event: SubmitEvent<HTMLFormElement>) => {
    typed.current = new FormData(event.currentTarget);
    saying.current = done;
  };

  // React empties a form after its action, also after a refusal: put back what was typed before anybody sees it.
  useLayoutEffect(() => {
    if (!problem) return;
    if (form.current && typed.current) typeAgain(form.current, typed.current);
    document.getElementById(`${formId}-summary`)?.focus();
  }, [problem, formId]);

  useEffect(() => {
    if (outcome?.ok && saying.current) showToast({ message: saying.current });
  }, [outcome]);

  return (
    <FormContext value={{ id: formId, problem, pending, value: outcome?.ok ? outcome.value : undefined }}>
      <form ref={form} id={formId} action={submit} onSubmit={remember} className={className} noValidate>
        {problem ? (
          asksProof(problem) ? (
            <ProofAsk formId={formId} problem={problem} />
          ) : (
            <ErrorSummary formId={formId} problem={problem} kept={!buttonOnly} />
          )
        ) : null}
        {children}
      </form>
    </FormContext>
  );
}

type SubmitProps = ButtonLook & { children: ReactNode; pending?: string; name?: string; value?: string };

export function SubmitButton({
  children,
  pending: waiting,
  kind = "primary",
  size,
  wide,
  name,
  value,
}: SubmitProps) {
  const { pending } = useForm();
  const words = useWords();
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass({ kind, size, wide })}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
    >
      {pending ? (waiting ?? words.saving) : children}
    </button>
  );
}
