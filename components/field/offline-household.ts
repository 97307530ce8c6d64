"use client";

/** Whom a form is about where no server filled it in. */

import { createContext } from "react";
import type { FamilyFacts } from "#lib/domains/households/door-facts.ts";

export const OfflineHousehold = createContext<{
  id: string;
  head: string;
  lateDays: number;
  family: FamilyFacts;
  /** It is no household, but a whole village. */
  village?: number;
} | null>(null);
