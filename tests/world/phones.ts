// What phones left behind in the world: the helper's phone has sent everything, and one sealed copy was turned away long ago; it was sealed to nobody, since nobody opens it here.
import type { Owner } from "../build/owner.ts";
import { world } from "./world.ts";

export async function seedPhones(owner: Owner): Promise<void> {
  const { pairedHelper, townshipCadre } = world.accounts;
  await owner.look(
    "insert into sync_phone (account_id, device, waiting, told_at) values ($1, 'helper-phone', 0, '2026-11-20 18:00+08')",
    [pairedHelper.id],
  );
  await owner.look(
    `insert into sync_held (op, account_id, account_name, about, sealed, written_at, received_at, dropped_at, dropped_by, dropped_by_name, dropped_why)
     select '01940000-0000-7000-8000-009900000001', $1, a.name, $3, decode(repeat('00', 120), 'hex'), '2026-10-08 15:00+08', '2026-10-09 09:00+08',
       '2026-10-10 10:00+08', $2, b.name, '那天没有去过' from account a, account b where a.id = $1 and b.id = $2`,
    [pairedHelper.id, townshipCadre.id, world.households.drolma.id],
  );
}
