/** Looks at a field before its form is sent: what cannot be right is said at once, and nothing is sent. Works for plain forms and for actions. */

import { type RefObject, useEffect, useRef } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** `isFine` says what is wrong itself, and answers false. */
export function useSendGuard(field: RefObject<Field | null>, isFine: (field: Field) => boolean): void {
  const judge = useRef(isFine);
  useEffect(() => {
    judge.current = isFine;
  });
  useEffect(() => {
    const form = field.current?.form;
    // Before React hears of it, which leaves alone what is prevented.
    const look = (event: Event) => {
      if (!field.current || judge.current(field.current)) return;
      event.preventDefault();
      event.stopPropagation();
      field.current.focus();
    };
    form?.addEventListener("submit", look);
    return () => form?.removeEventListener("submit", look);
  }, [field]);
}
