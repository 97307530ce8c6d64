// What is wrong with a field is said once, however many rules it breaks at the same time.
import { expect, test } from "vitest";
import * as z from "zod";
import { username } from "#lib/domains/accounts/input.ts";
import { invalidInput } from "#lib/platform/invalid-input.ts";

const problemsOf = (schema: z.ZodType, input: unknown) =>
  invalidInput(schema.safeParse(input).error as z.ZodError).fields;

test("an account name that is missing is told once, though it is short and has no lawful character", () => {
  expect(problemsOf(z.object({ username }), { username: "" })).toEqual({
    username: [{ key: "account.username" }],
  });
});

test("different faults of a field are all told", () => {
  const schema = z.object({ note: z.string().min(3, "required").regex(/^\d/, "malformed") });
  expect(problemsOf(schema, { note: "a" })).toEqual({ note: [{ key: "required" }, { key: "malformed" }] });
});
