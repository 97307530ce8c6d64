/** The navigation shows what one may open, and nothing else. */
import { expect, test } from "vitest";
import { railFor, tabsFor } from "#components/layout/navigation.ts";

const keys = (verbs: string[]) =>
  railFor(new Set(verbs)).flatMap((group) => group.places.map((place) => place.key));
const tabs = (verbs: string[], field: boolean) => tabsFor(new Set(verbs), field).map((place) => place.key);

test("somebody without any right sees only what waits for them", () => {
  expect(keys([])).toEqual(["inbox"]);
  expect(tabs([], false)).toEqual(["inbox", "me"]);
});

test("a leader sees the whole and not the accounts", () => {
  expect(keys(["cockpit.view"])).toContain("cockpit");
  expect(keys(["cockpit.view"])).not.toContain("accounts");
  expect(keys(["cockpit.view"])).not.toContain("imports");
});

test("people in the field record visits from the bottom of the phone, officials look at the whole", () => {
  const verbs = ["cockpit.view", "household.view", "visit.record"];
  expect(tabs(verbs, true)).toEqual(["today", "households", "newVisit", "inbox", "me"]);
  expect(tabs(verbs, false)).toEqual(["today", "households", "cockpit", "inbox", "me"]);
});

test("an auditor and the administrators of the machine find their desk on a phone", () => {
  expect(tabs(["audit.view", "trail.view"], false)).toEqual(["audit", "inbox", "me"]);
  expect(tabs(["health.view", "account.make"], false)).toEqual(["accounts", "health", "inbox", "me"]);
});

test("a phone has at most five tabs", () => {
  for (const field of [true, false])
    expect(tabs(["cockpit.view", "household.view", "visit.record"], field).length).toBeLessThanOrEqual(5);
});
