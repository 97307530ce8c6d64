// The environment that a server would find, for code under test: set before any of it is loaded.
import { join } from "node:path";
import type { RoleUrls } from "#lib/operate/roles.ts";

export function setServerEnvironment({ urls, folder }: { urls: RoleUrls; folder: string }) {
  Object.assign(process.env, {
    DATABASE_URL: urls.rwUrl,
    DATABASE_JOB_URL: urls.jobUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
    KEYS_DIR: join(folder, "keys"),
    DATA_DIR: join(folder, "data"),
    ORIGIN: "http://127.0.0.1:3000",
    NEXTAUTH_SECRET: "for tests only: nobody signs in with it",
    DEMO: "1",
    LOG_LEVEL: "silent",
    TZ: "Asia/Shanghai",
  });
}
