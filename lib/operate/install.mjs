// Puts in place what the lock file asks for, and the database client, where they are missing. Plain JavaScript: it runs first.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);

export function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`需要 Node.js 20.19 或更新的版本，当前是 ${process.versions.node}。请升级后重试。`);
  process.exit(1);
}

/** `withTools`: also what only tests and development need. */
export async function ensureInstalled({ withTools = false } = {}) {
  if (!isInstalled(withTools)) await install(withTools);
  const { isGenerated } = await import("./generate-client.mjs");
  if (!isGenerated())
    await runQuietly(process.execPath, ["lib/operate/generate-client.mjs"], "生成数据库客户端");
}

/** Compares what npm says it put in place with what the lock file asks for; packages for other machines may be absent. */
function isInstalled(withTools) {
  const installed = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const there = packagesOf(installed);
  return Object.entries(packagesOf(path.join(root, "package-lock.json"))).every(([name, wanted]) => {
    if (name === "") return true;
    if (there[name]) return there[name].version === wanted.version && existsSync(path.join(root, name));
    return wanted.optional || wanted.devOptional || wanted.peer || (wanted.dev && !withTools);
  });
}

async function install(withTools) {
  say("… 正在安装依赖(首次约需 1 分钟)");
  const npm = process.env.npm_execpath;
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  if (withTools) args.push("--include=dev");
  await runQuietly(npm ? process.execPath : "npm", npm ? [npm, ...args] : args, "安装依赖");
}

function runQuietly(program, args, what) {
  const began = Date.now();
  const taken = () => `${Math.round((Date.now() - began) / 1000)} 秒`;
  const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output += chunk;
    });
  const progress = setInterval(() => say(`… 仍在${what}，已 ${taken()}`), 10_000);
  return new Promise((resolve) => {
    child.on("error", (problem) => {
      output += problem.message;
    });
    child.on("close", (code) => {
      clearInterval(progress);
      if (code === 0) {
        say(`✓ ${what}(${taken()})`);
        return resolve();
      }
      say(`✗ ${what}没有成功：\n${output.slice(-4000)}`);
      process.exit(1);
    });
  });
}
