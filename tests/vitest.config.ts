// How the tests run: real PostgreSQL, one database per file, two files at a time; the long battery is a project of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const resolve = { alias: { "server-only": `${root}tests/support/empty.ts` } };
const common = {
  root,
  pool: "forks" as const,
  setupFiles: ["tests/support/environment.ts", "tests/support/quiet.ts"],
};
const elsewhere = ["tests/journeys/**", "**/node_modules/**"];

export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    // Here and not in the projects, which therefore extend nothing: one database cluster serves them both.
    globalSetup: ["tests/support/database.global.ts"],
    projects: [
      {
        root,
        resolve,
        test: {
          ...common,
          name: "main",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "tests/prove/**"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        root,
        resolve,
        test: {
          ...common,
          name: "prove",
          include: ["tests/prove/**/*.test.{ts,tsx}"],
          exclude: elsewhere,
          testTimeout: 20 * 60_000,
          hookTimeout: 5 * 60_000,
        },
      },
    ],
  },
});
