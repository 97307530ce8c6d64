/** The only file that opens connections: one pool for reads, Prisma for writes, one for jobs; each with its own role. */
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "./env.ts";
import { log } from "./log.ts";
import { PrismaClient } from "./prisma/client.ts";

const DATE = 1082;
const INT8 = 20;
/** Calendar days stay text, amounts stay exact. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return BigInt;
    return pg.types.getTypeParser(oid, format as "text");
  }) as pg.CustomTypesConfig["getTypeParser"],
};

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    types,
  });
  pool.on("error", (error) =>
    log.warn({ code: (error as { code?: string }).code }, "idle database connection lost"),
  );
  return pool;
}

export type Databases = { reads: pg.Pool; prisma: PrismaClient; close(): Promise<void> };

export function openDatabases(url: string, size = { reads: 8, writes: 8 }): Databases {
  const reads = openPool(url, size.reads);
  // Prisma writes and reads moments as UTC text without saying so: its sessions must think in UTC, or all times shift by eight hours.
  const writes = new pg.Pool({
    connectionString: url,
    max: size.writes,
    connectionTimeoutMillis: 5000,
    options: "-c TimeZone=UTC",
  });
  writes.on("error", (error) =>
    log.warn({ code: (error as { code?: string }).code }, "idle database connection lost"),
  );
  const prisma = new PrismaClient({
    adapter: new PrismaPg(writes, { disposeExternalPool: true }),
    transactionOptions: { maxWait: 5000, timeout: 15_000 },
  });
  return { reads, prisma, close: async () => void (await Promise.all([reads.end(), prisma.$disconnect()])) };
}

/** As the job role: claims jobs, stages imports, folds roll-ups. */
export const openJobPool = (url: string, max = 4) => openPool(url, max);

// Next reloads modules in development and bundles them apart; connections are kept per process.
const kept = globalThis as { qamdoDatabases?: Databases };
export function databases(): Databases {
  kept.qamdoDatabases ??= openDatabases(env.DATABASE_URL);
  return kept.qamdoDatabases;
}
/** Tests put the database of their file here. */
export function useDatabases(given: Databases): void {
  kept.qamdoDatabases = given;
}
