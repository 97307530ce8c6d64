/** indicators.setThreshold, .publish, .declare and .retire: the office judges or counts in another way from a month on that is not closed. */
import { may } from "#lib/domains/accounts/roles.ts";
import { isOwn } from "#lib/indicators/own.ts";
import { catalogOf } from "#lib/indicators/versions.ts";
import { command } from "#lib/platform/command.ts";
import { notFound } from "#lib/platform/problem.ts";
import type { Viewer } from "#lib/platform/viewer.ts";
import { DeclareIndicator, PublishOwn, RetireIndicator, SetThreshold } from "../input.ts";
import { beginOf, proposedIndicator, proposedThreshold, proposedVersion } from "../inside/proposed.ts";
import { oneAtATime, publish, type Root, rootOf, told } from "../inside/publish.ts";

const edits = (viewer: Viewer, root: Root) => may(viewer, "indicator.edit", root.id);

export const setThreshold = command({
  name: "indicators.setThreshold",
  tells: "indicator.threshold",
  input: SetThreshold,
  subject: rootOf,
  may: edits,
  run: async (work, { why, ...input }, root) => {
    await oneAtATime(work);
    return publish(work, root, { ...(await proposedThreshold(work, input)), why });
  },
  fact: told,
});

export const publishOwn = command({
  name: "indicators.publish",
  tells: "indicator.published",
  input: PublishOwn,
  subject: rootOf,
  may: edits,
  run: async (work, { why, ...input }, root) => {
    await oneAtATime(work);
    return publish(work, root, { ...(await proposedVersion(work, input)), why });
  },
  fact: told,
});

export const declareIndicator = command({
  name: "indicators.declare",
  tells: "indicator.declared",
  input: DeclareIndicator,
  subject: rootOf,
  may: edits,
  run: async (work, { why, ...input }, root) => {
    await oneAtATime(work);
    return publish(work, root, { ...(await proposedIndicator(work, input)), why });
  },
  fact: told,
});

/** Its closed figures stay, and it is counted no more. */
export const retireIndicator = command({
  name: "indicators.retire",
  tells: "indicator.retired",
  input: RetireIndicator,
  subject: rootOf,
  may: edits,
  run: async (work, { indicator, from, why }, root) => {
    await oneAtATime(work);
    const fromOn = await beginOf(work, from, indicator);
    const declaration = (await catalogOf(work)).on(indicator, fromOn);
    if (!declaration || !isOwn(indicator)) throw notFound();
    return publish(work, root, { declaration, fromOn, before: declaration, why, retired: true });
  },
  fact: told,
});
