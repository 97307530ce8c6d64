/** The state of the machine in plain values: database, jobs, disks, backups, counting, seals, clock, versions, refusals and errors. */
import path from "node:path";
import * as z from "zod";
import { mayAnywhere } from "#lib/domains/accounts/roles.ts";
import { type Disk, diskOf } from "#lib/platform/disk.ts";
import { env } from "#lib/platform/env.ts";
import { query } from "#lib/platform/query.ts";
import type { Scope } from "#lib/platform/scope.ts";
import { ofLastDay, startedAt } from "#lib/platform/tally.ts";

export type FailedJob = { kind: string; at: string; why: string | null };

/** What the backup tells of itself (lib/operate/backup/tell.ts). */
export type Backups = {
  /** BACKUP_DIR is set: it happens every night by itself. */
  nightly: boolean;
  last: { at: Date; bytes: number; missingFiles: number } | null;
  verified: Date | null;
  base: Date | null;
  failed: { at: Date; why: string } | null;
};

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
  backup: Backups;
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
    const folder = path.resolve(env.BACKUP_DIR ?? path.join(env.DATA_DIR, "backups"));
    return {
      demo: env.DEMO,
      database,
      jobs,
      disks: { data: await diskOf(env.DATA_DIR), backups: await diskOf(folder) },
      backup: backupsOf(pulses),
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

type Facts = { foldedAt?: string; bytes?: number; missingFiles?: number; why?: string };
type Pulse = { name: string; at: Date; facts: Facts };

async function pulseState({ sql }: Scope): Promise<Map<string, Pulse>> {
  const rows = await sql<Pulse>`select name, at, facts from machine_pulse`;
  return new Map(rows.map((row) => [row.name, row]));
}

const workerOf = (pulse: Pulse | undefined): MachineState["worker"] =>
  pulse ? { at: pulse.at, foldedAt: pulse.facts.foldedAt ? new Date(pulse.facts.foldedAt) : null } : null;

function backupsOf(pulses: Map<string, Pulse>): Backups {
  const last = pulses.get("backup");
  const failed = pulses.get("backup failed");
  return {
    nightly: env.BACKUP_DIR !== undefined,
    last: last
      ? { at: last.at, bytes: last.facts.bytes ?? 0, missingFiles: last.facts.missingFiles ?? 0 }
      : null,
    verified: pulses.get("backup verified")?.at ?? null,
    base: pulses.get("base")?.at ?? null,
    failed: failed ? { at: failed.at, why: failed.facts.why ?? "" } : null,
  };
}
