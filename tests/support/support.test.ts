// The floor under the other tests: the database of a file is the world's, real, and its own.
import { expect, test, vi } from "vitest";
import { testDatabase } from "./database.ts";

const database = testDatabase();

test("a file finds a migrated database under its own name", async () => {
  const [row] = await database.look<{ here: string; tables: number }>(
    "select current_database() as here, (select count(*)::int from pg_tables where schemaname = 'public') as tables",
  );
  expect(row?.here).toBe(database.name);
  expect(row?.tables).toBeGreaterThan(10);
});

test("a test may look at what the console was told", () => {
  const spy = vi.spyOn(console, "error").mockImplementation(() => {});
  console.error("expected");
  expect(spy).toHaveBeenCalledWith("expected");
  spy.mockClear();
});
