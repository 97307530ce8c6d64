"use client";

/** What leads to a page of the server, and has no use where there is none. */

import { type ReactNode, useContext } from "react";
import { OfflineHousehold } from "./offline-household.ts";

export const OnlyOnline = ({ children }: { children: ReactNode }) =>
  useContext(OfflineHousehold) ? null : children;
