/** What was asked to be looked at before it is published; or what is wrong with it, beside the fields. Nothing typed is lost: it stands in the address. */
import type { ProblemView } from "#lib/base/outcome.ts";
import { listOf } from "#lib/base/url-state.ts";
import type { VersionPreview } from "#lib/domains/indicator-versions/queries/preview-version.ts";
import { Problem } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";

export type Look = { preview: VersionPreview | null; problem: ProblemView | null };

export async function lookAt(
  typed: URLSearchParams,
  preview: (fields: Record<string, string | string[]>) => Promise<VersionPreview>,
): Promise<Look> {
  if (!typed.has("look")) return { preview: null, problem: null };
  const { look: _, saved: __, ...values } = Object.fromEntries(typed);
  const fields = Object.entries(values).map(([name, value]) =>
    name.endsWith("[]") ? [name.slice(0, -2), listOf(typed, name)] : [name, value],
  );
  try {
    return { preview: await preview(Object.fromEntries(fields)), problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { preview: null, problem: { ...(await problemView(error)), values } };
  }
}
