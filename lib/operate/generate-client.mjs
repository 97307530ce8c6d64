// Generates the Prisma client without a download: any executable satisfies the engine look-up (it is never run).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const client = path.join(root, "lib/platform/prisma");
const generatedFrom = path.join(client, ".generated-from");

function sources() {
  const hash = createHash("sha256");
  const schema = path.join(root, "prisma/schema");
  for (const name of readdirSync(schema).sort()) hash.update(readFileSync(path.join(schema, name)));
  hash.update(readFileSync(path.join(root, "node_modules/prisma/package.json")));
  return hash.digest("hex");
}

export const isGenerated = () =>
  existsSync(path.join(client, "client.ts")) &&
  existsSync(generatedFrom) &&
  readFileSync(generatedFrom, "utf8") === sources();

function generate() {
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate", "--config", "prisma/prisma.config.ts"],
    {
      cwd: root,
      stdio: process.env.VERBOSE ? "inherit" : ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
    },
  );
  if (status === 0) writeFileSync(generatedFrom, sources());
  return status ?? 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(generate());
