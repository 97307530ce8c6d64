// One sample for each way in, keyed by its name in the registry: what to send about an object, and what the table expects.
// A new command or query without a line here fails the matrix. Add it to the file of its domain.

import type { Sample } from "./sample.ts";
import { accountSamples } from "./samples/accounts.ts";
import { auditSamples } from "./samples/audit.ts";
import { campaignSamples } from "./samples/campaigns.ts";
import { closingSamples } from "./samples/closings.ts";
import { deskSamples } from "./samples/desk.ts";
import { exportSamples } from "./samples/exports.ts";
import { householdSamples } from "./samples/households.ts";
import { importSamples } from "./samples/imports.ts";
import { inboxSamples } from "./samples/inbox.ts";
import { incomeSamples } from "./samples/incomes.ts";
import { indicatorSamples } from "./samples/indicators.ts";
import { industrySamples } from "./samples/industry.ts";
import { instructionSamples } from "./samples/instructions.ts";
import { listViewSamples } from "./samples/list-views.ts";
import { lifeSamples } from "./samples/lives.ts";
import { mapSamples } from "./samples/maps.ts";
import { measureSamples } from "./samples/measures.ts";
import { memberDutySamples } from "./samples/member-duties.ts";
import { memberSamples } from "./samples/members.ts";
import { needSamples } from "./samples/needs.ts";
import { serviceSamples } from "./samples/one-stop.ts";
import { orgSamples } from "./samples/orgs.ts";
import { placeSamples } from "./samples/places.ts";
import { planSamples } from "./samples/plans.ts";
import { postSamples } from "./samples/posts.ts";
import { procedureSamples } from "./samples/procedures.ts";
import { qualitySamples } from "./samples/quality.ts";
import { registrySamples } from "./samples/registry.ts";
import { reportSamples } from "./samples/reports.ts";
import { residentTeamSamples } from "./samples/resident-teams.ts";
import { sampleCheckSamples } from "./samples/sample-checks.ts";
import { syncSamples } from "./samples/sync.ts";
import { tableFormSamples } from "./samples/table-forms.ts";
import { talentSamples } from "./samples/talent.ts";
import { trainingSamples } from "./samples/trainings.ts";
import { villageSamples } from "./samples/villages.ts";

export const SAMPLES: Record<string, Sample> = {
  ...accountSamples,
  ...householdSamples,
  ...closingSamples,
  ...indicatorSamples,
  ...lifeSamples,
  ...registrySamples,
  ...placeSamples,
  ...orgSamples,
  ...incomeSamples,
  ...industrySamples,
  ...measureSamples,
  ...memberSamples,
  ...needSamples,
  ...planSamples,
  ...postSamples,
  ...procedureSamples,
  ...qualitySamples,
  ...sampleCheckSamples,
  ...campaignSamples,
  ...instructionSamples,
  ...memberDutySamples,
  ...reportSamples,
  ...residentTeamSamples,
  ...serviceSamples,
  ...syncSamples,
  ...tableFormSamples,
  ...mapSamples,
  ...talentSamples,
  ...importSamples,
  ...exportSamples,
  ...inboxSamples,
  ...listViewSamples,
  ...deskSamples,
  ...auditSamples,
  ...villageSamples,
  ...trainingSamples,
};
