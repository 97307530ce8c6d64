"use server";

/** The deeds of the org chart: the commands of the organizations, with ways that lead back into the chart. */

import type { Registered } from "#lib/domains/divisions/tree-change.ts";
import { closeOrg } from "#lib/domains/party-orgs/commands/close.ts";
import { moveOrg } from "#lib/domains/party-orgs/commands/move.ts";
import { rehearseOrgChange } from "#lib/domains/party-orgs/commands/rehearse.ts";
import { renameOrg } from "#lib/domains/party-orgs/commands/rename.ts";
import { withdrawOrgChange } from "#lib/domains/party-orgs/commands/withdraw.ts";
import { action } from "#lib/platform/action.ts";

const changes = () => ["/orgs", "/admin/org-chart"];
const saved = {
  changes,
  goTo: ({ nodeId, done }: Registered) => `/admin/org-chart?sel=${nodeId}&saved=${done ? "now" : "later"}`,
};

export const rehearseOnChart = action(rehearseOrgChange, {
  goTo: ({ id, query: { kind, ...fields } }) =>
    `/admin/org-chart?${new URLSearchParams({ sel: String(id), do: kind ?? "", ...fields, review: "1" })}`,
});
export const renameOnChart = action(renameOrg, saved);
export const moveOnChart = action(moveOrg, saved);
export const closeOnChart = action(closeOrg, saved);
export const withdrawOnChart = action(withdrawOrgChange, {
  changes,
  goTo: ({ nodeId }) => `/admin/org-chart?sel=${nodeId}&saved=withdrawn`,
});
