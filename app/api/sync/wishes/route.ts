/** POST /api/sync/wishes: how somebody likes to read, chosen on the phone without a network. */
import { savePreferences } from "#lib/domains/accounts/commands/save-preferences.ts";
import { orGone } from "#lib/domains/sync/or-gone.ts";
import { Problem } from "#lib/platform/problem.ts";
import { route } from "#lib/platform/route.ts";

export const POST = route({
  name: "POST /api/sync/wishes",
  run: (session, request) =>
    orGone(session, async () => {
      const asked: unknown = await request.json().catch(() => null);
      // What this version does not know (a phone of an older one) is let go: it is a look, not a record.
      const taken = await savePreferences(session, asked).then(
        () => true,
        (error) => {
          if (error instanceof Problem && error.code === "invalid") return false;
          throw error;
        },
      );
      return Response.json({ taken });
    }),
});
