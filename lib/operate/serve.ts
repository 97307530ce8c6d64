// Serves: takes the port first, makes everything ready behind it, then opens the door.
import { createHmac } from "node:crypto";
import http from "node:http";
import path from "node:path";
import { env } from "#lib/platform/env.ts";
import { loadKeys } from "#lib/platform/keys.ts";
import { buildIfChanged } from "./build.ts";
import { dataHome } from "./data-home.ts";
import { openDatabase } from "./database.ts";
import { createEntry } from "./entry.ts";
import { type KeptWorker, keepWorker } from "./keep-worker.ts";
import { hasAccounts } from "./own-database.ts";
import { recountIfNeeded } from "./recount.ts";
import { root } from "./root.ts";
import { say, seconds, step } from "./say.ts";
import { onStop } from "./shutdown.ts";
import { StartProblem } from "./start-problem.ts";

export async function serve({ dev }: { dev: boolean }): Promise<void> {
  const began = performance.now();
  say("昌都“三三四”党建扶贫平台：正在启动");
  const log = await openLog();
  const entry = createEntry({
    log,
    dev,
    origin: env.ORIGIN,
    identityOrigin: env.OIDC_ISSUER && new URL(env.OIDC_ISSUER).origin,
    proxies: proxies(),
  });
  await takePort(entry.server);
  onStop("服务", entry.drain);
  const framework = loadFramework();
  const { embedded } = await openDatabase();
  takeKeys();
  await step("核对指标口径", recountIfNeeded);
  if (!dev) await buildIfChanged();
  let worker: KeptWorker | null = null;
  onStop("后台任务", async () => worker?.stop());
  await keepBackups(embedded, log);
  if (!dev) (await import("./library-output.ts")).sendLibraryOutputTo(log);
  const handle = await step("载入页面程序", () => loadApplication(framework, dev));
  const { readiness } = await import("./readiness.ts");
  const ready = readiness();
  onStop("接收请求", entry.drain);
  entry.open({ handle, ready });
  worker = keepWorker(log); // after the door: what it does can wait for a second, whoever stands before the door cannot
  greet({ embedded, dev, took: performance.now() - began });
  if (!embedded && !(await hasAccounts(env.DATABASE_URL))) tellNobodyYet();
}

/** Where BACKUP_DIR is set: every night. */
async function keepBackups(embedded: boolean, log: Awaited<ReturnType<typeof openLog>>) {
  const folder = process.env.BACKUP_DIR;
  if (!folder) return;
  if (!embedded && !process.env.DATABASE_OWNER_URL)
    return say(
      "! 设置了 BACKUP_DIR，但服务不知道 DATABASE_OWNER_URL：每夜备份请照运维手册 9.1 用 cron 运行。",
    );
  const { keepNightly } = await import("./backup/nightly.ts");
  onStop("夜间备份", keepNightly({ folder: path.resolve(root, folder), embedded, log }).stop);
}

function tellNobodyYet() {
  say(`\n还没有任何账户。请设置 DATABASE_OWNER_URL 后运行 npm run db:deploy，得到第一位管理员的一次性代码，`);
  say(`再在浏览器打开 ${env.ORIGIN}/first-administrator。`);
}

/** In the demo the terminal belongs to the person; under a service manager the log belongs to standard output. */
async function openLog() {
  process.env.DATA_DIR = dataHome();
  if (!process.env.DATABASE_URL) process.env.LOG_FILE ||= path.join(process.env.DATA_DIR, "app.log");
  return (await import("#lib/platform/log.ts")).log;
}

/** An https address means that a proxy stands before us; unless told otherwise it is on this machine. */
function proxies(): string[] {
  if (env.TRUSTED_PROXIES.length > 0 || !env.ORIGIN?.startsWith("https:")) return env.TRUSTED_PROXIES;
  return ["127.0.0.1", "::1"];
}

function takePort(server: http.Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (problem: NodeJS.ErrnoException) => {
      const reason =
        problem.code === "EADDRINUSE"
          ? `端口 ${env.PORT} 已被占用，可能本系统已在运行(先打开 http://localhost:${env.PORT} 看看)。要另开一个，请换端口：PORT=${env.PORT + 1} npm start`
          : `不能在 ${env.HOST}:${env.PORT} 上提供服务：${problem.message}`;
      reject(new StartProblem(reason));
    });
    server.listen(env.PORT, env.HOST, () => resolve());
  });
}

function takeKeys() {
  const { session } = loadKeys(env.KEYS_DIR);
  const derive = (purpose: string) => createHmac("sha256", session).update(purpose).digest("base64");
  Object.assign(process.env, {
    NEXTAUTH_SECRET: derive("next-auth"),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: derive("server-actions"),
    ...(env.ORIGIN ? { NEXTAUTH_URL: env.ORIGIN } : { AUTH_TRUST_HOST: "1" }), // the entry alone writes those headers
  });
}

/** Reads Next's modules while we wait for the database; they do nothing before they are called, which is after the keys. */
function loadFramework() {
  const framework = import("next");
  framework.catch(() => {}); // told where it is awaited
  return framework;
}

async function loadApplication(framework: ReturnType<typeof loadFramework>, dev: boolean) {
  const { default: next } = await framework;
  const hostname = ["0.0.0.0", "::"].includes(env.HOST) ? "localhost" : env.HOST;
  // Next would listen for WebSocket upgrades on our server; outside development it gets one that nobody can reach.
  const httpServer = dev ? undefined : new http.Server();
  const application = next({ dev, dir: root, hostname, port: env.PORT, httpServer });
  await application.prepare();
  onStop("页面程序", () => application.close());
  return application.getRequestHandler();
}

function greet({ embedded, dev, took }: { embedded: boolean; dev: boolean; took: number }) {
  const address = env.ORIGIN ?? `http://localhost:${env.PORT}`;
  say(`\n已启动${dev ? "(开发模式)" : ""}，用时 ${seconds(took)}。请在浏览器打开：${address}`);
  if (embedded) {
    say("接下来：在登录页选择一位演示人员，一键进入。演示中的人员和数据都是虚构的。");
    say(`数据保存在 ${env.DATA_DIR}，下次启动仍在；要重新开始，停止后删除该目录。运行日志：${env.LOG_FILE}`);
    if (env.HOST === "127.0.0.1") say("同一网络的手机要访问，请用：HOST=0.0.0.0 npm start");
  }
  if (env.ORIGIN?.startsWith("http:")) say("注意：网址不是 https，手机离线、相机和定位不可用。");
  say("停止：按 Ctrl+C。");
}
