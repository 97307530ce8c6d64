/** Takes the file that a phone exported, and leads back to what came of it. */
import { MOST_BYTES } from "#lib/domains/files/file.ts";
import type { OpAnswer } from "#lib/domains/sync/op.ts";
import { takeFile } from "#lib/domains/sync/take-file.ts";
import { readPosted } from "#lib/platform/posted-form.ts";
import { Problem } from "#lib/platform/problem.ts";
import { problemView } from "#lib/platform/problem-view.ts";
import { route } from "#lib/platform/route.ts";
import { sealTold } from "#lib/platform/told.ts";

/** What the page says of each. */
const TROUBLES: Record<string, string> = { "sync.notYours": "others", "sync.brokenFile": "broken" };

export const POST = route({
  name: "POST /api/uploads/phone-file",
  run: async (session, request) => {
    const { file } = await readPosted(request);
    const pieces: Uint8Array[] = [];
    let size = 0;
    for await (const piece of file?.bytes ?? []) {
      size += piece.length;
      if (size <= MOST_BYTES) pieces.push(piece);
    }
    if (size === 0) return back("bad=none");
    if (size > MOST_BYTES) return back("bad=large");
    try {
      const { answers, accepted, refused } = await takeFile(session, Buffer.concat(pieces), problemView);
      const why = await sealTold(reasonsIn(answers));
      return back(`came=${accepted}&left=${refused}${refused > 0 ? `&why=${why}` : ""}`);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "rule") throw error;
      return back(`bad=${TROUBLES[error.words.key] ?? "unknown"}`);
    }
  },
});

/** Each reason once, in the words of whoever reads it. */
const reasonsIn = (answers: OpAnswer[]) => [
  ...new Set(
    answers.flatMap((one) =>
      one.state === "refused" ? [Object.values(one.fields ?? {}).flat()[0] ?? one.message] : [],
    ),
  ),
];

const back = (what: string) =>
  new Response(null, { status: 303, headers: { location: `/sync?${what}#file` } });
