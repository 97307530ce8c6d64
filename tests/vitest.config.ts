// How the tests run: real PostgreSQL, one database per file, two files at a time; the long battery is a project of its own.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));
const elsewhere = ["tests/journeys/**", "**/node_modules/**"];

export default defineConfig({
  root,
  resolve: { alias: { "server-only": `${root}tests/support/empty.ts` } },
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    globalSetup: ["tests/support/database.global.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "main",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "tests/prove/**"],
          setupFiles: ["tests/support/environment.ts", "tests/support/quiet.ts"],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "prove",
          include: ["tests/prove/**/*.test.{ts,tsx}"],
          exclude: elsewhere,
          setupFiles: ["tests/support/environment.ts", "tests/support/quiet.ts"],
          testTimeout: 20 * 60_000,
          hookTimeout: 5 * 60_000,
        },
      },
    ],
  },
});
