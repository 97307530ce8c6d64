/**
 * Checks the whole trail against its seals, as a stream: which row was changed, which is missing, which was put in afterwards, and
 * whether the end was cut off (against roots that have left the machine). Says in Chinese what is wrong where.
 */
import { createHash } from "node:crypto";
import type pg from "pg";
import { DIGEST_OF_ROW } from "#lib/platform/audit-seal.ts";

type SealRow = { upto: string; from: string; rows: number; digest: Buffer; at: Date; leaves: Buffer | null };
type EventRow = { id: string; digest: Buffer };

/** A seal as it was written down elsewhere. */
export type Root = { uptoId: bigint; digest: string; at: string };

export type Verdict = {
  rows: number;
  seals: number;
  /** The last seal that stands. */
  upto: { id: bigint; at: Date } | null;
  /** Rows after the last seal, not yet sealed. */
  open: number;
  found: string[];
};

const PORTION = 20_000;
/** So many are named; the rest is counted. */
const NAMED = 50;
const LEAF = 16;

export async function verifyTrail(client: pg.ClientBase, roots: readonly Root[] = []): Promise<Verdict> {
  await client.query("begin isolation level repeatable read read only");
  try {
    await client.query("set local statement_timeout = 0");
    return await walk(client, roots);
  } finally {
    await client.query("rollback");
  }
}

async function walk(client: pg.ClientBase, roots: readonly Root[]): Promise<Verdict> {
  const verdict: Verdict = { rows: 0, seals: 0, upto: null, open: 0, found: [] };
  const wanted = new Map(roots.map((root) => [String(root.uptoId), root]));
  let more = 0;
  const tell = (text: string) => {
    if (verdict.found.length < NAMED) verdict.found.push(text);
    else more++;
  };
  const seals = portions<SealRow>(
    client,
    "seals",
    `select upto_id::text as upto, from_id::text as from, rows, digest, at, leaves from audit_seal order by upto_id`,
    200,
  );
  const events = portions<EventRow>(
    client,
    "events",
    `select a.id::text as id, ${DIGEST_OF_ROW} as digest from audit_event a order by a.id`,
    PORTION,
  );
  let event = await events.next();
  let before: Buffer = Buffer.alloc(0);
  let last: SealRow | null = null;
  for await (const seal of seals) {
    const upto = BigInt(seal.upto);
    const hash = createHash("sha256").update(before);
    const run: EventRow[] = [];
    for (; !event.done && BigInt(event.value.id) <= upto; event = await events.next()) {
      hash.update(event.value.digest);
      run.push(event.value);
    }
    verdict.rows += run.length;
    verdict.seals++;
    if (run.length !== seal.rows || !hash.digest().equals(seal.digest)) nameFaults(seal, run, tell);
    const root = wanted.get(seal.upto);
    if (root && root.digest !== seal.digest.toString("hex"))
      tell(`编号 ${seal.upto} 的封存与外存的根不一致：封存记录被重写过(外存时间 ${root.at})`);
    wanted.delete(seal.upto);
    // Each run is judged by itself: what follows a broken one is compared with the seal as it stands.
    before = seal.digest;
    last = seal;
  }
  for (; !event.done; event = await events.next()) verdict.open++;
  verdict.rows += verdict.open;
  for (const [upto, { at }] of wanted)
    tell(
      last && BigInt(upto) <= BigInt(last.upto)
        ? `外存的根里有编号 ${upto} 的封存(${at})，库里没有：封存记录被删除`
        : `审计被截尾：外存的根记到编号 ${upto}(${at})，库里的封存只到 ${last?.upto ?? "无"}`,
    );
  if (more > 0) verdict.found.push(`另有 ${more} 处，未逐一列出`);
  verdict.upto = last ? { id: BigInt(last.upto), at: last.at } : null;
  return verdict;
}

/** What exactly differs in one run; a seal without leaves can only say how many. */
function nameFaults(seal: SealRow, run: EventRow[], tell: (text: string) => void) {
  const where = `${seal.from}–${seal.upto} 号(封存于 ${moment(seal.at)})`;
  if (!seal.leaves) {
    if (run.length < seal.rows) return tell(`${where}：缺 ${seal.rows - run.length} 条`);
    if (run.length > seal.rows) return tell(`${where}：多出 ${run.length - seal.rows} 条`);
    return tell(`${where}：有内容被改动`);
  }
  const kept = new Map<string, string>();
  for (let at = 0; at + LEAF <= seal.leaves.length; at += LEAF)
    kept.set(String(seal.leaves.readBigInt64BE(at)), seal.leaves.subarray(at + 8, at + LEAF).toString("hex"));
  let named = 0;
  const say = (text: string) => {
    named++;
    tell(text);
  };
  for (const { id, digest } of run) {
    const leaf = kept.get(id);
    if (leaf === undefined) say(`第 ${id} 条是封存之后补进去的(${where})`);
    else if (leaf !== digest.subarray(0, 8).toString("hex")) say(`第 ${id} 条被改动(${where})`);
    kept.delete(id);
  }
  for (const id of kept.keys()) say(`第 ${id} 条不见了(${where})`);
  if (named === 0) tell(`${where}：封存本身被改动，或它前面的封存不见了`);
}

const moment = (at: Date) =>
  at.toLocaleString("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" });

async function* portions<Row>(client: pg.ClientBase, name: string, text: string, size: number) {
  await client.query(`declare ${name} no scroll cursor for ${text}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${size} from ${name}`);
    yield* rows as Row[];
    if (rows.length < size) return;
  }
}

/** The latest seals, to be kept elsewhere: one line each, "number digest moment". */
export async function latestRoots(client: pg.ClientBase | pg.Pool, count: number): Promise<Root[]> {
  const { rows } = await client.query<{ upto: string; digest: string; at: Date }>(
    `select upto_id::text as upto, encode(digest, 'hex') as digest, at from audit_seal order by upto_id desc limit $1`,
    [count],
  );
  return rows
    .map(({ upto, digest, at }) => ({ uptoId: BigInt(upto), digest, at: at.toISOString() }))
    .reverse();
}

export const rootLine = ({ uptoId, digest, at }: Root) => `${uptoId} ${digest} ${at}`;

/** The roots of a file; null when a line is not one of ours. */
export function readRoots(text: string): Root[] | null {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const roots = lines.map((line) => {
    const [, upto, digest, at] = /^(\d{1,19}) ([0-9a-f]{64}) (\S+)\s*$/.exec(line) ?? [];
    return upto && digest && at ? { uptoId: BigInt(upto), digest, at } : null;
  });
  return roots.every((root) => root !== null) ? roots : null;
}

/** Writes down how a check ended, for the screens. */
export async function keepVerdict(client: pg.ClientBase | pg.Pool, verdict: Verdict): Promise<void> {
  await client.query("insert into audit_check (rows, upto_id, upto_at, found) values ($1, $2, $3, $4)", [
    verdict.rows,
    verdict.upto?.id ?? null,
    verdict.upto?.at ?? null,
    verdict.found,
  ]);
}
