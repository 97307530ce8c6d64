// The neighbor of postgres.test.ts: starts the database, tells its number, and holds it until told to stop.
import { startPostgres } from "#lib/operate/postgres.ts";

const postgres = await startPostgres({ dataDir: process.argv[2] ?? "" });
process.send?.(postgres.pid);
process.once("message", async () => {
  await postgres.stop();
  process.exit(0);
});
