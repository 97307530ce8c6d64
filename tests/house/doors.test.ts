// Proves that no server action, route or page stands open without the wrapper that asks who is there.
import { expect, test } from "vitest";
import { EXEMPT, unguardedDoors } from "./doors.ts";
import { planted, sourceFiles } from "./source.ts";

test("every action, route and page of the house is made by its wrapper", () => {
  expect(unguardedDoors(sourceFiles())).toEqual([]);
});

test("next-auth's route is the only exemption", () => {
  expect(Object.keys(EXEMPT)).toEqual(["app/api/auth/[...nextauth]/route.ts"]);
});

const ACTION = 'import { action } from "#lib/platform/action.ts";\n';
const ROUTE = 'import { route } from "#lib/platform/route.ts";\n';

test.each([
  ["a bare action", "app/(work)/visits/actions.ts", '"use server";\nexport async function save() {}'],
  ["an arrow as an action", "app/a/actions.ts", '"use server";\nexport const save = async () => {};'],
  [
    "a home-made action()",
    "app/a/actions.ts",
    '"use server";\nconst action = (x: unknown) => x;\nexport const save = action(1);',
  ],
  ["a wrapped wrapper", "app/a/actions.ts", `"use server";\n${ACTION}export const save = loose(action(1));`],
  ["a passed-on action", "app/a/actions.ts", '"use server";\nexport { save } from "./other.ts";'],
  ["an action file under another name", "components/x.ts", '"use server";\nexport async function save() {}'],
  [
    "an inline action",
    "app/a/page-part.tsx",
    'export function Part() { async function save() { "use server"; } return null; }',
  ],
  ["a bare route", "app/export/route.ts", "export async function GET() { return new Response(); }"],
  [
    "one bare method beside a wrapped one",
    "app/e/route.ts",
    `${ROUTE}export const GET = route({});\nexport const POST = () => {};`,
  ],
  ["a bare page", "app/(work)/visits/page.tsx", "export default async function Page() { return null; }"],
  ["a page by name", "app/page.tsx", "const Page = () => null;\nexport default Page;"],
])("it bites: %s", (_, path, text) => {
  expect(unguardedDoors([planted(path, text)])).toHaveLength(1);
});

test.each([
  [
    "app/a/actions.ts",
    `"use server";\n${ACTION}export const save = action(record, {});\nexport type Kept = string;`,
  ],
  [
    "app/e/route.ts",
    `${ROUTE}export const GET = route({ name: "x" });\nexport const dynamic = "force-dynamic";`,
  ],
  ["app/p/page.tsx", 'import { page } from "#lib/platform/page.tsx";\nexport default page({ route: "/p" });'],
  ["components/form.tsx", '"use client";\nexport function Form() { return null; }'],
])("it lets the lawful pass: %s", (path, text) => {
  expect(unguardedDoors([planted(path, text)])).toEqual([]);
});
