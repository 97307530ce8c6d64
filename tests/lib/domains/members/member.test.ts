// The pure rules: of which kind somebody is on a day, in whose roster, and how old.
import { expect, test } from "vitest";
import { readBothDays } from "#lib/domains/imports/inside/both-days-readings.ts";
import { ageOn, kindOn, rosterOn } from "#lib/domains/members/member.ts";

test("the kind on a day follows from admission and confirmation", () => {
  const dates = { joinedOn: "2024-06-30", fullOn: "2025-07-01" };
  expect(kindOn(dates, "2024-06-29")).toBeNull();
  expect(kindOn(dates, "2024-06-30")).toBe("PROBATIONARY");
  expect(kindOn(dates, "2025-06-30")).toBe("PROBATIONARY");
  expect(kindOn(dates, "2025-07-01")).toBe("FULL");
  expect(kindOn({ ...dates, fullOn: null }, "2026-11-25")).toBe("PROBATIONARY");
});

test("the day of a transfer belongs to the receiving roster", () => {
  const spells = [
    { orgId: 1, fromOn: "2020-01-01", toOn: "2026-09-01" },
    { orgId: 2, fromOn: "2026-09-01", toOn: null },
  ];
  expect(
    ["2019-12-31", "2020-01-01", "2026-08-31", "2026-09-01"].map((day) => rosterOn(spells, day)),
  ).toEqual([null, 1, 1, 2]);
});

test("a birthday makes one older, and not the day before", () => {
  expect(ageOn("1990-11-25", "2026-11-24")).toBe(35);
  expect(ageOn("1990-11-25", "2026-11-25")).toBe(36);
  expect(ageOn("2000-02-29", "2018-02-28")).toBe(17);
});

test("two days in one cell are read as people write them, and never guessed", () => {
  const days = (text: string) => readBothDays(text, "2026-11-25");
  const both = { joinedOn: "2010-07-01", fullOn: "2011-07-01" };
  for (const text of [
    "2010-07-01/2011-07-01",
    "2010.7.1/2011.7.1",
    "2010/7/1/2011/7/1",
    "2010年7月1日、2011年7月1日",
    "2010.7，2011.7",
    "2010/7/2011/7",
  ])
    expect(days(text), text).toEqual(both);
  expect(days("2010-07-01")).toEqual({ joinedOn: "2010-07-01", fullOn: null });
  for (const text of ["2010.13/2011.7", "7月1日/7月1日", "早就入党了", "2010/7/1/2011"])
    expect(days(text), text).toBeNull();
});
