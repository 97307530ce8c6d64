"use server";

/** Reports as forms post them. */
import { correctReport } from "#lib/domains/reports/commands/correct-report.ts";
import { makeReport } from "#lib/domains/reports/commands/make-report.ts";
import { dropReport, issueReport, saveReport } from "#lib/domains/reports/commands/write-report.ts";
import { action } from "#lib/platform/action.ts";

const changes = ({ id }: { id: string }) => ["/reports", "/inbox", `/reports/${id}`];

export const make = action(makeReport, {
  changes,
  goTo: ({ id, repeated }) => `/reports/${id}${repeated ? "" : "?saved=made"}`,
});
export const save = action(saveReport, {
  changes,
  goTo: ({ id, next }) => (next === "issue" ? `/reports/${id}/issue` : `/reports/${id}?saved=saved`),
});
export const issue = action(issueReport, { changes, goTo: ({ id }) => `/reports/${id}?saved=issued` });
export const drop = action(dropReport, { changes, goTo: ({ unit }) => `/reports?u=${unit}` });
export const correct = action(correctReport, {
  changes,
  goTo: ({ id }) => `/reports/${id}?saved=corrected`,
});
