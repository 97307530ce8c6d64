"use server";

/** The deeds on organizations of the industry chain as forms post them. */

import { closeEntity } from "#lib/domains/industry/commands/close-entity.ts";
import { correctEntity } from "#lib/domains/industry/commands/correct-entity.ts";
import {
  correctLink,
  endLink,
  linkHousehold,
  reportIncome,
} from "#lib/domains/industry/commands/link-household.ts";
import { registerEntity } from "#lib/domains/industry/commands/register-entity.ts";
import { reopenEntity } from "#lib/domains/industry/commands/reopen-entity.ts";
import { reportYear } from "#lib/domains/industry/commands/report-year.ts";
import { setParty } from "#lib/domains/industry/commands/set-party.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/industry"];
const shown =
  (saved: string) =>
  ({ id }: { id: string }) =>
    `/industry/${id}?saved=${saved}`;
const linked =
  (saved: string) =>
  ({ entityId }: { entityId: string }) =>
    `/industry/${entityId}?saved=${saved}#links`;

export const saveNew = action(registerEntity, { changes, goTo: shown("registered") });
export const saveFacts = action(correctEntity, { changes, goTo: shown("corrected") });
export const saveClosing = action(closeEntity, { changes, goTo: shown("closed") });
export const saveReopening = action(reopenEntity, { changes, goTo: shown("reopened") });
export const saveParty = action(setParty, { changes, goTo: shown("party") });
export const saveLink = action(linkHousehold, { changes, goTo: linked("linked") });
export const saveLinkCorrection = action(correctLink, { changes, goTo: linked("link") });
export const saveLinkEnd = action(endLink, { changes, goTo: linked("ended") });
export const saveIncome = action(reportIncome, {
  changes,
  goTo: ({ id, entityId }) => `/industry/${entityId}/link?link=${id}&saved=income`,
});
export const saveYear = action(reportYear, {
  changes,
  goTo: ({ id, year, changed }) => `/industry/${id}/year?y=${year}&saved=${changed}`,
});
