/** Where I am signed in right now, this device first. */
import * as z from "zod";
import { query } from "#lib/platform/query.ts";

export type MySession = {
  id: string;
  device: string | null;
  createdAt: Date;
  expiresAt: Date;
  here: boolean;
};

export const mySessions = query({
  name: "me.sessions",
  input: z.strictObject({}),
  run: ({ sql, viewer }): Promise<MySession[]> => sql<MySession>`
    select encode(digest, 'hex') as id, device, created_at as "createdAt", expires_at as "expiresAt",
      digest = sha256(convert_to(current_setting('app.tok'), 'UTF8')) as here
    from session where account_id = ${viewer.accountId} and kind = 'WEB' and revoked_at is null and expires_at > now() and renewed_as is null
    order by here desc, created_at desc limit 50`,
});
