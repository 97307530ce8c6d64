"use client";
/** Prints the page as it stands: what is not part of the receipt stays off the paper. */
import { buttonClass } from "#components/ui/button-class.ts";

export const PrintButton = ({ label }: { label: string }) => (
  <button type="button" className={buttonClass({ size: "small" })} onClick={() => window.print()}>
    {label}
  </button>
);
