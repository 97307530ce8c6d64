/** divisions.open: a new township, village or group under an existing one, from a day on. */

import { may } from "#lib/domains/accounts/roles.ts";
import { command } from "#lib/platform/command.ts";
import { OpenDivision } from "../input.ts";
import { nodeOf } from "../inside/check-change.ts";
import { makeOpening } from "../inside/make-change.ts";

export const openDivision = command({
  name: "divisions.open",
  tells: "division.opened",
  input: OpenDivision,
  subject: (work, input) => nodeOf(work.sql, input.parentId),
  may: (viewer, parent) => may(viewer, "division.edit", parent.id),
  run: makeOpening,
  fact: (change, input, parent) => ({
    subject: `division:${change.nodeId}`,
    division: change.nodeId,
    name: input.name,
    under: parent.id,
    effectiveOn: change.effectiveOn,
    done: change.done,
  }),
});
