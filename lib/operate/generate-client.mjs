// Generates the Prisma client without a download: any executable satisfies the engine look-up (it is never run).
import { spawnSync } from "node:child_process";

const env = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};
const result = spawnSync(
  process.execPath,
  ["node_modules/prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"],
  { stdio: process.env.VERBOSE ? "inherit" : ["ignore", "ignore", "inherit"], env },
);
process.exit(result.status ?? 1);
