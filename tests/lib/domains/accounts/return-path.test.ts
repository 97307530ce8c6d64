// After sign-in one comes back to a page of ours, and never to somebody else's address, however it is written.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { returnPath } from "#lib/domains/accounts/return-path.ts";

test.each([
  "/households",
  "/households/0196a000-0000-7000-8000-000000000001?tab=years",
  "/cockpit/R2?u=5&p=2026Q3",
  "/admin/accounts?q=%E6%89%8E",
])("%s is ours", (path) => expect(returnPath(path)).toBe(path));

/** The folders of the pages behind the door. */
const PLACES = readdirSync(join(import.meta.dirname, "../../../../app/(work)"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `/${name}`);
test.each(PLACES)("%s has pages, so one comes back to it", (path) => expect(returnPath(path)).toBe(path));

test.each([
  "//evil.example",
  "/\\evil.example",
  "/%2f%2fevil.example",
  "/%5cevil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/households//evil",
  "/households\\evil",
  "/households/../api/auth/signout",
  "/api/auth/signout",
  "/sign-in",
  "/",
  "",
  "households",
  " /households",
  "/households\n",
  "/households#x",
  "/households@evil.example",
  "/households:80",
  "/HOUSEHOLDS",
  "/today\r\nLocation: //evil",
  "/cockpit?x=<script>",
])("%j is not", (path) => expect(returnPath(path)).toBeNull());

test("whatever comes out stays on this host", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((tail) => `/households${tail}`),
      ),
      (path) => {
        const back = returnPath(path);
        if (back === null) return;
        expect(new URL(back, "https://ours.example").host).toBe("ours.example");
        expect(back).toMatch(/^\/[a-z]/);
      },
    ),
    { numRuns: 2000 },
  );
});
