"use server";

/** Showing the map that waits, and taking one away. */

import { closeMap, showMap } from "#lib/domains/maps/commands/show-map.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/admin/map", "/cockpit"];
export const show = action(showMap, { changes, goTo: () => "/admin/map" });
export const close = action(closeMap, { changes, goTo: () => "/admin/map" });
