"use server";

/** The deeds of the service desk as forms post them. */

import { acceptCase } from "#lib/domains/services/commands/accept.ts";
import { noteContact } from "#lib/domains/services/commands/contact.ts";
import { closeCase, rateCase, withdrawCase } from "#lib/domains/services/commands/end.ts";
import { addItem, changeItem, endItem } from "#lib/domains/services/commands/items.ts";
import { askPapers, takePapers } from "#lib/domains/services/commands/papers.ts";
import { finishPart, handPart } from "#lib/domains/services/commands/parts.ts";
import { changeWindow, closeWindow, openWindow } from "#lib/domains/services/commands/windows.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/service-desk"];
const back = (saved: string) => ({
  changes,
  goTo: ({ id }: { id: string }) => `/service-desk/cases/${id}?saved=${saved}`,
});
const toWindows = (saved: string) => ({
  changes,
  goTo: ({ divisionId }: { divisionId: number }) => `/service-desk/windows?u=${divisionId}&saved=${saved}`,
});
const toItems = (saved: string) => ({
  changes,
  goTo: ({ divisionId }: { divisionId: number }) => `/service-desk/items?u=${divisionId}&saved=${saved}`,
});

export const accept = action(acceptCase, back("accepted"));
export const take = action(takePapers, back("papers"));
export const ask = action(askPapers, back("asked"));
export const contact = action(noteContact, back("contact"));
export const hand = action(handPart, back("handed"));
export const finish = action(finishPart, back("part"));
export const tell = action(closeCase, back("closed"));
export const rate = action(rateCase, back("rated"));
export const withdraw = action(withdrawCase, back("withdrawn"));

export const open = action(openWindow, toWindows("opened"));
export const change = action(changeWindow, toWindows("changed"));
export const shut = action(closeWindow, toWindows("closed"));

export const add = action(addItem, toItems("added"));
export const alter = action(changeItem, toItems("changed"));
export const end = action(endItem, toItems("ended"));
