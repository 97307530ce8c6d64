// Before each test file: names its own database, so that code which reads its address on loading finds the right one.
import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { on } from "#lib/operate/roles.ts";
import { setServerEnvironment } from "./server-environment.ts";

const { adminUrl, passwords, folder } = inject("cluster");
const database = `t_${process.pid}_${randomBytes(5).toString("hex")}`;
const urlOf = (user: keyof typeof passwords) => on(adminUrl, { database, user, password: passwords[user] });

setServerEnvironment({
  urls: { ownerUrl: urlOf("app_owner"), rwUrl: urlOf("app_rw"), jobUrl: urlOf("app_job") },
  folder,
});
process.env.TEST_DATABASE = database;
