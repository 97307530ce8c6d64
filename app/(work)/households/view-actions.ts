"use server";

/** How somebody looks at the list of households: views of one's own, and the columns that one wants to see. */

import { chooseColumns } from "#lib/domains/list-views/commands/choose-columns.ts";
import { changeView, dropView, saveView } from "#lib/domains/list-views/commands/save-view.ts";
import { viewHref } from "#lib/domains/list-views/list-view.ts";
import { action } from "#lib/platform/action.ts";

const LIST = "/households";
const MANAGED = "/households/views";
const seen = { changes: () => [LIST], goTo: ({ query }: { query: string }) => viewHref(LIST, query) };

export const keepView = action(saveView, seen);
export const keepColumns = action(chooseColumns, seen);
const managed = { changes: () => [LIST, MANAGED], goTo: () => MANAGED };
export const renameView = action(changeView, managed);
export const forgetView = action(dropView, managed);
