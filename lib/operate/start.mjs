// The first step of every command, in plain JavaScript because nothing may be installed yet: checks, installs, generates,
// then goes on in this same process, so that whoever kills it frees the port with it.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled, refuseOldNode } from "./install.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);

const COMMANDS = {
  "--dev": "dev",
  "--bench": "bench",
  "--write-migration": "write-migration",
  "--deploy": "deploy",
  "--build": "build",
  "--backup": "backup",
  "--verify-backup": "verify-backup",
  "--restore": "restore",
  "--nightly": "nightly",
  "--bundle": "bundle",
  "--verify-audit": "verify-audit",
  "--audit-roots": "audit-roots",
};

function chosenCommand([flag, ...rest]) {
  if (flag === undefined) return { command: "serve", rest };
  if (flag in COMMANDS) return { command: COMMANDS[flag], rest };
  say(`不认识的参数 ${flag}。可用：npm start(启动)、npm run dev(开发)、npm run bench(性能测试)、`);
  say("npm run db:migration <名称>(写迁移)、npm run db:deploy(更新自己的 PostgreSQL)、");
  say(
    "npm run backup [-- 目录](备份)、npm run backup:verify -- 文件(验证备份)、npm run restore -- 文件(恢复)。",
  );
  process.exit(1);
}

/** Also where npm did not start us; from a bundle with its commit, for two bundles may bear one number. */
function ownVersion() {
  const told = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8"));
  const { version } = told("package.json");
  return existsSync(path.join(root, "../versions.json"))
    ? `${version}+${told("../versions.json").commit}`
    : version;
}

const { command, rest } = chosenCommand(process.argv.slice(2));
refuseOldNode();
process.chdir(root);
await ensureInstalled();
process.env.npm_package_version = ownVersion();
process.env.NODE_ENV = command === "dev" ? "development" : "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
const { register } = await import("tsx/esm/api");
register();
const { run } = await import("./start.ts");
await run(command, rest);
