/** Between two steps somebody may have been quicker: said on the page, with the way back. */
import { Problem } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";

export async function asStale(error: unknown): Promise<{ problem: string }> {
  if (!(error instanceof Problem)) throw error;
  const { message, fields } = await problemView(error);
  return { problem: Object.values(fields ?? {}).flat()[0] ?? message };
}
