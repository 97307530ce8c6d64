/** The state of the machine in plain values: database, jobs, disks, backups, counting, seals, clock, versions, refusals and errors. */
import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type Disk, diskOf } from "#lib/platform/disk.ts";
import { env } from "#lib/platform/env.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { ofLastDay, startedAt } from "#lib/platform/tally.ts";

export type FailedJob = { kind: string; at: string; why: string | null };

export type MachineState = {
  demo: boolean;
  database: {
    version: string;
    bytes: number;
    connections: number;
    mostConnections: number;
    longestSeconds: number;
    /** How far the two clocks are apart. */
    clockSeconds: number;
    migration: string;
  };
  jobs: { waiting: number; running: number; failed: number; oldest: Date | null; lately: FailedJob[] };
  disks: { data: Disk | null; backups: Disk | null };
  backup: { at: Date; bytes: number } | null;
  /** When a backup last could not be made. */
  failedBackup: Date | null;
  verified: { at: Date } | null;
  worker: { at: Date; foldedAt: Date | null } | null;
  marks: number;
  sealedAt: Date | null;
  checkedAt: Date | null;
  found: string[];
  rootsAt: Date | null;
  versions: { program: string; node: string };
  startedAt: Date;
  turnedAway: number;
  errors: number;
};

type Database = MachineState["database"] & { now: number };

export const machineState = query({
  name: "health.state",
  input: z.object({}),
  may: (viewer) => mayAnywhere(viewer, "health.view"),
  run: async (scope): Promise<MachineState> => {
    const [database, jobs, trail, pulses, marks] = [
      await databaseState(scope),
      await jobsState(scope),
      await trailState(scope),
      await pulseState(scope),
      await scope.sql<{ n: number }>`select count(*)::int as n from rollup_mark`,
    ];
    const folder = path.join(env.DATA_DIR, "backups");
    return {
      demo: env.DEMO,
      database,
      jobs,
      disks: { data: await diskOf(env.DATA_DIR), backups: await diskOf(folder) },
      backup: newer(await newestIn(folder), pulses.get("backup")),
      failedBackup: pulses.get("backup failed")?.at ?? null,
      verified: pulses.get("backup verified") ?? null,
      worker: workerOf(pulses.get("worker")),
      marks: marks[0]?.n ?? 0,
      ...trail,
      rootsAt: pulses.get("roots")?.at ?? null,
      versions: { program: env.npm_package_version, node: process.versions.node },
      startedAt: startedAt(),
      turnedAway: ofLastDay("turnedAway"),
      errors: ofLastDay("errors"),
    };
  },
});

async function databaseState({ sql }: Scope): Promise<MachineState["database"]> {
  const [row] = await sql<Database>`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "mostConnections",
      (select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::float8 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()) as "longestSeconds",
      extract(epoch from clock_timestamp())::float8 as now,
      (select migration_name from _prisma_migrations where finished_at is not null order by migration_name desc limit 1) as migration`;
  if (!row) throw new Error("the database says nothing about itself");
  const { now, ...database } = row;
  return { ...database, clockSeconds: Math.abs(Date.now() / 1000 - now) };
}

type Jobs = Omit<MachineState["jobs"], "lately"> & { lately: FailedJob[] | null };

async function jobsState({ sql }: Scope): Promise<MachineState["jobs"]> {
  const [jobs] = await sql<Jobs>`select * from sec.machine_jobs()`;
  return {
    waiting: jobs?.waiting ?? 0,
    running: jobs?.running ?? 0,
    failed: jobs?.failed ?? 0,
    oldest: jobs?.oldest ?? null,
    lately: jobs?.lately ?? [],
  };
}

type Trail = { sealedAt: Date | null; checkedAt: Date | null; found: string[] | null };

async function trailState({ sql }: Scope): Promise<Trail & { found: string[] }> {
  const [trail] = await sql<Trail>`
    select sealed_at as "sealedAt", checked_at as "checkedAt", found from sec.trail_state()`;
  return {
    sealedAt: trail?.sealedAt ?? null,
    checkedAt: trail?.checkedAt ?? null,
    found: trail?.found ?? [],
  };
}

type Pulse = { name: string; at: Date; facts: { foldedAt?: string; bytes?: number } };

async function pulseState({ sql }: Scope): Promise<Map<string, Pulse>> {
  const rows = await sql<Pulse>`select name, at, facts from machine_pulse`;
  return new Map(rows.map((row) => [row.name, row]));
}

const workerOf = (pulse: Pulse | undefined): MachineState["worker"] =>
  pulse ? { at: pulse.at, foldedAt: pulse.facts.foldedAt ? new Date(pulse.facts.foldedAt) : null } : null;

/** Told by the backup itself, wherever the file went; or found in the folder. */
function newer(found: MachineState["backup"], told: Pulse | undefined): MachineState["backup"] {
  if (!told || (found && found.at > told.at)) return found;
  return { at: told.at, bytes: Number(told.facts.bytes ?? 0) };
}

/** The newest backup that lies in the folder, by its own day: backups copied elsewhere are not known here. */
async function newestIn(folder: string): Promise<{ at: Date; bytes: number } | null> {
  if (!existsSync(folder)) return null;
  let newest: { at: Date; bytes: number } | null = null;
  for (const name of await readdir(folder)) {
    const file = await stat(path.join(folder, name));
    if (file.isFile() && file.size > 0 && (!newest || file.mtime > newest.at))
      newest = { at: file.mtime, bytes: file.size };
  }
  return newest;
}
