/** Which need a form speaks of, and as of which step it was shown. */
import type { NeedDetail } from "#lib/domains/needs/queries/show-need.ts";

export function About({ need }: { need: NeedDetail }) {
  return (
    <>
      <input type="hidden" name="id" value={need.id} />
      <input type="hidden" name="version" value={need.version} />
    </>
  );
}
