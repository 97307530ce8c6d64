/** handover.carryOut: moves, ends and refuses what is still theirs in one transaction, and closes the account when nothing is left. */
import { endGrant } from "#lib/domains/accounts/commands/end-grant.ts";
import { giveRole } from "#lib/domains/accounts/commands/give-role.ts";
import { setAccountStatus } from "#lib/domains/accounts/commands/set-status.ts";
import { type Leaver, leaverOf, mayHandOver, ownGrants } from "#lib/domains/accounts/leaver.ts";
import { toAccount, toPerson } from "#lib/domains/inbox/notice.ts";
import { sendNotice } from "#lib/domains/inbox/tell.ts";
import { handOnPairing } from "#lib/domains/pairings/commands/hand-on.ts";
import { mustAgreeToHeirLoad } from "#lib/domains/pairings/held.ts";
import { command } from "#lib/platform/command.ts";
import { conflict, rule } from "#lib/platform/problem.ts";
import type { Work } from "#lib/platform/scope.ts";
import type { DoneItem, Fate, Item } from "../hand-over.ts";
import { HandOver } from "../input.ts";
import { type Planned, planOf } from "../inside/plan.ts";

export const carryOutHandOver = command({
  name: "handover.carryOut",
  tells: "account.handedOver",
  asks: "fresh-proof",
  input: HandOver,
  subject: async (work, { accountId }) => {
    // Two administrators at once: the second one waits here, and then finds nothing left.
    await work.sql`select id from account where id = ${accountId} for update`;
    return leaverOf(work, accountId);
  },
  may: mayHandOver,
  run: async (work, input, leaver) => {
    const plan = await planOf(work, leaver, input.to);
    if (input.to && !plan.heir) throw rule("handover.heirGone", undefined, "to");
    if (input.to === leaver.personId && input.to) throw rule("handover.heirIsLeaver", undefined, "to");
    if (passedBy(input, leaver, plan)) throw await quicker(work, leaver);
    const done: DoneItem[] = [];
    const pairings = plan.items.filter(({ kind }) => kind === "pairing");
    const handed = pairings.filter((item) => chosenFate(input, item) === "hand").map(({ id }) => id);
    if (input.to) await mustAgreeToHeirLoad(work, input.to, handed, input.overCap === "yes");
    for (const item of pairings) await pairing(work, item, chosenFate(input, item), input, done);
    if (input.roles.length > 0) await passRoles(work, leaver, plan, input, done);
    if (input.finish) await finish(work, leaver, input.to, done);
    if (done.length === 0 && !input.finish) throw rule("handover.nothing", undefined, "pairings");
    await keepReceipt(work, leaver, plan, input, done);
    await tellHeir(work, leaver, plan, done);
    return { id: leaver.id, done, finished: input.finish === "yes" };
  },
  fact: ({ done, finished }, { reason, to }, leaver) => ({
    subject: `account:${leaver.id}`,
    division: leaver.divisionId,
    reason,
    to: to ?? null,
    finished,
    handed: done.filter(({ fate }) => fate === "hand").length,
    mine: done.filter(({ fate }) => fate === "mine").length,
    ended: done.filter(({ fate }) => fate === "end").length,
  }),
});

/** What was chosen is not theirs any more, or there is nothing left to do. */
const passedBy = ({ pairings }: HandOver, { status }: Leaver, { items, hindrances }: Planned): boolean =>
  pairings.some(({ id, fate }) => fate !== "keep" && !items.some((item) => item.id === id)) ||
  (status !== "ACTIVE" && items.length + hindrances.length === 0);

async function quicker({ sql }: Work, leaver: Leaver) {
  const [last] = await sql<{ by: string; at: string }>`
    select by_name as by, to_char(done_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
    from hand_over where account_id = ${leaver.id} order by done_at desc limit 1`;
  return last ? conflict("handover.quicker", last) : conflict();
}

const chosenFate = (input: HandOver, item: Item): Fate =>
  input.pairings.find(({ id }) => id === item.id)?.fate ?? "keep";

async function pairing(work: Work, item: Item, fate: Fate, input: HandOver, done: DoneItem[]) {
  if (fate === "keep") return;
  if (fate === "hand" && !input.to) throw rule("handover.chooseHeir", undefined, "to");
  await handOnPairing.within(work, {
    id: item.id,
    reason: input.reason,
    ...(fate === "hand" ? { helperId: input.to, overCap: "yes" as const } : {}),
  });
  done.push({ kind: "pairing", id: item.id, fate });
}

async function passRoles(
  work: Work,
  leaver: Leaver,
  { heir }: Planned,
  { roles }: HandOver,
  done: DoneItem[],
) {
  if (!heir) throw rule("handover.chooseHeir", undefined, "to");
  if (heir.accountId === null) throw rule("handover.heirWithoutAccount", { name: heir.name }, "roles");
  if (heir.accountId === work.viewer.accountId) throw rule("handover.rolesToMyself", undefined, "roles");
  const theirs = ownGrants(leaver)
    .map(({ id }) => id)
    .filter((id) => roles.includes(id));
  const held = await work.sql<{ id: number; role: string; divisionId: number; there: boolean }>`
    select g.id, g.role, g.division_id as "divisionId", exists (select 1 from role_grant h where h.account_id = ${heir.accountId}
      and h.role = g.role and h.division_id = g.division_id and h.delegation_id is null and h.from_at <= now() and (h.to_at is null or h.to_at > now())) as there
    from role_grant g where g.id = any (${theirs}::int[])`;
  for (const { id, role, divisionId, there } of held) {
    if (!there) await giveRole.within(work, { accountId: heir.accountId, role, divisionId });
    done.push({ kind: "role", id: String(id), fate: "hand" });
  }
}

/** Everything that remains, and then the account itself. */
async function finish(work: Work, leaver: Leaver, to: string | undefined, done: DoneItem[]) {
  // Looked at anew: with the households in other hands, the heir may more.
  const plan = await planOf(work, leaver, to);
  const [first] = plan.hindrances;
  if (first?.why === "beyond")
    throw rule("handover.beyond", { place: first.place, count: first.count }, "finish");
  if (first) throw rule(`handover.${first.why}`, { name: first.name }, "finish");
  const heirOf = (fate: Fate) => (fate === "hand" ? (plan.heir?.accountId ?? null) : work.viewer.accountId);
  for (const { kind, id, fate } of plan.items) {
    if (kind === "import" && fate === "end")
      await work.sql`select sec.lay_import_aside(${id}::uuid, ${leaver.id}) is null as done`;
    else if (kind === "import")
      await work.sql`select sec.hand_import(${id}::uuid, ${leaver.id}, ${heirOf(fate)}::int) is null as done`;
    else if (kind === "treeChange")
      await work.sql`select sec.hand_tree_change(${id}::uuid, ${leaver.id}, ${heirOf(fate)}::int) is null as done`;
    else if (kind === "visit")
      await work.sql`select sec.hand_visit(${id}::uuid, ${leaver.id}, ${heirOf(fate)}::int) is null as done`;
    else if (kind === "need")
      await work.sql`select sec.hand_need(${id}::uuid, ${leaver.id}, ${fate === "hand" ? heirOf(fate) : null}::int) is null as done`;
    else if (kind === "instruction")
      await work.sql`select sec.hand_instruction(${id}::uuid, ${leaver.id}, ${fate === "hand" ? heirOf(fate) : null}::int) is null as done`;
    else if (kind !== "export") continue;
    done.push({ kind, id, fate });
  }
  if (plan.items.some(({ kind }) => kind === "export"))
    await work.sql`select sec.close_exports(${leaver.id}) as closed`;
  for (const grant of ownGrants(leaver)) {
    await endGrant.within(work, { grantId: grant.id });
    if (!done.some(({ kind, id }) => kind === "role" && id === String(grant.id)))
      done.push({ kind: "role", id: String(grant.id), fate: "end" });
  }
  if (leaver.status === "ACTIVE")
    await setAccountStatus.within(work, { accountId: leaver.id, status: "DISABLED" });
  const left = await planOf(work, leaver, undefined);
  const pairings = left.items.filter(({ kind }) => kind === "pairing").length;
  if (pairings > 0) throw rule("handover.pairingsLeft", { count: pairings }, "pairings");
  // Somebody gave them something in this very moment.
  if (left.items.some(({ kind }) => kind !== "role") || left.hindrances.length > 0) throw conflict();
}

async function keepReceipt(work: Work, leaver: Leaver, { heir }: Planned, input: HandOver, done: DoneItem[]) {
  await work.tx
    .$executeRaw`insert into hand_over (account_id, by_account, by_name, heir_name, reason, finished, items)
    values (${leaver.id}, ${work.viewer.accountId}, ${work.viewer.name}, ${heir?.name ?? null}, ${input.reason}, ${input.finish === "yes"},
      ${JSON.stringify(done)}::jsonb)`;
}

/** The heir reads it in the inbox, also one who has no account yet. */
async function tellHeir(work: Work, leaver: Leaver, { heir }: Planned, done: DoneItem[]) {
  const handed = done.filter(({ fate }) => fate === "hand");
  if (!heir || handed.length === 0) return;
  const count = (kind: string) => handed.filter((one) => one.kind === kind).length;
  await sendNotice(work, {
    to: heir.accountId ? toAccount(heir.accountId) : toPerson(heir.personId),
    kind: "handedOver",
    subject: `account:${leaver.id}`,
    details: { households: count("pairing"), others: handed.length - count("pairing") },
    key: `handover:${leaver.id}:${handed[0]?.kind}:${handed[0]?.id}`,
  });
}
