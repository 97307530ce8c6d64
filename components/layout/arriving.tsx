"use client";

/**
 * What the page area shows while the next page is on its way: nothing for 150 ms, then the shape of what comes, or, on the same
 * page, the old content dimmed. The page itself is answered whole, so that its status stays true (a page that is not there says 404).
 */

import { useEffect, useState } from "react";
import { shapeOf } from "#components/layout/page-shape.ts";
import { forget, goTo, useGoal } from "#components/ui/on-the-way.ts";
import { Skeleton, Slow } from "#components/ui/skeleton.tsx";
import { useWords } from "#components/ui/words.tsx";

const QUIET_MS = 150;

export function Arriving() {
  const goal = useGoal();
  const words = useWords();
  const [shown, setShown] = useState<string | null>(null);

  useEffect(() => {
    if (goal === null) return setShown(null);
    const timer = setTimeout(() => setShown(goal), QUIET_MS);
    return () => clearTimeout(timer);
  }, [goal]);

  useEffect(watchForms, []);

  if (shown === null) return <output className="sr-only" />;
  const target = new URL(shown, location.href);
  const same = target.pathname === location.pathname;
  return (
    <div
      className={same ? "arriving fixed bottom-20 left-1/2 z-30 -translate-x-1/2" : "arriving"}
      data-same={same ? "" : undefined}
    >
      <output className="sr-only">{words.loading}</output>
      {same ? <Slow cancel={cancel} /> : <Skeleton shape={shapeOf(target.pathname)} cancel={cancel} />}
    </div>
  );
}

/** A form's answer is a document of its own, which the browser fetches, not the router. */
let documentComes = false;

/** Stays where one is: writing the address again makes the router drop the page that is on its way. */
function cancel() {
  if (documentComes) window.stop();
  history.replaceState(null, "", location.href);
  forget();
}

/** Forms that only ask (GET) lead to a page too; a page taken out of the browser's memory is not on its way any more. */
function watchForms() {
  const leave = (event: SubmitEvent) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "get" || event.defaultPrevented) return;
    // A file that is downloaded leaves the page where it is.
    const by = event.submitter;
    const action =
      by instanceof HTMLButtonElement && by.hasAttribute("formaction") ? by.formAction : form.action;
    if (new URL(action, location.href).pathname.startsWith("/api/")) return;
    documentComes = true;
    goTo(action);
  };
  const back = () => {
    documentComes = false;
    forget();
  };
  window.addEventListener("submit", leave);
  window.addEventListener("pageshow", back);
  return () => {
    window.removeEventListener("submit", leave);
    window.removeEventListener("pageshow", back);
  };
}
