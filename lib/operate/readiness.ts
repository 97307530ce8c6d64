// Answers /ready: the application's own pool answers, and the tables are as new as the program.
import { databases } from "#lib/platform/db.ts";
import { migrationFiles } from "./migrations.ts";
import { onStop } from "./shutdown.ts";

const KEPT_MS = 1000;
const PATIENCE_MS = 3000;

export function readiness(): () => Promise<string | null> {
  const newest = migrationFiles().at(-1)?.name;
  onStop("数据库连接", () => databases().close());
  let last: { at: number; answer: Promise<string | null> } | null = null;
  return () => {
    if (!last || Date.now() - last.at > KEPT_MS) last = { at: Date.now(), answer: ask(newest) };
    return last.answer;
  };
}

async function ask(newest: string | undefined): Promise<string | null> {
  const late = new Promise<string>((resolve) => setTimeout(resolve, PATIENCE_MS, "database is slow").unref());
  const asked = databases()
    .reads.query("select 1 from public._prisma_migrations where migration_name = $1", [newest])
    .then(({ rowCount }) => (rowCount || !newest ? null : "migrations are pending"))
    .catch(() => "database does not answer");
  return Promise.race([asked, late]);
}
