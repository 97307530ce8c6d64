/** POST /api/sync/waiting: a phone tells how much waits on it, so that whoever closes its owner's account is told. */
import { PhoneTells } from "#lib/domains/sync/input.ts";
import { orGone } from "#lib/domains/sync/or-gone.ts";
import { invalidInput } from "#lib/platform/invalid-input.ts";
import { route } from "#lib/platform/route.ts";
import { phoneTold } from "#lib/platform/session.ts";

export const POST = route({
  name: "POST /api/sync/waiting",
  run: (session, request) =>
    orGone(session, async () => {
      const told = PhoneTells.safeParse(await request.json().catch(() => null));
      if (!told.success) throw invalidInput(told.error);
      await phoneTold(session.token, told.data.device, told.data.waiting);
      return new Response(null, { status: 204 });
    }),
});
