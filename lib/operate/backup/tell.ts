// Tells the health page of the last backup and of the last proof, in the database itself.

import { withClient } from "../roles.ts";
import { say } from "../say.ts";
import type { Place } from "./place.ts";

export type Told = "backup" | "backup verified" | "backup failed" | "base";

export const tell = (
  { ownerUrl }: Pick<Place, "ownerUrl">,
  name: Told,
  facts: Record<string, string | number>,
) =>
  withClient(ownerUrl, (client) =>
    client.query(
      `insert into machine_pulse (name, at, facts) values ($1, now(), $2)
       on conflict (name) do update set at = excluded.at, facts = excluded.facts`,
      [name, facts],
    ),
  ).catch((problem: Error) => say(`! 没能告诉“运行状况”页：${problem.message}`)); // the backup itself is good
