"use client";

/** Which visit or need is being looked at without a network, and what the phone holds besides. */

import { createContext } from "react";
import type { FirstSync } from "#lib/domains/sync/queries/first-sync.ts";

export const OfflineThing = createContext<{ id: string; registry: FirstSync } | null>(null);
