// A paper as the browser is given it: whole and harmless for whoever reaches its place, and 404 for another county's account, also after its removal.
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { removePaper } from "#lib/domains/papers/commands/remove-paper.ts";
import { holdToday } from "#lib/platform/clock.ts";
import type { Session } from "#lib/platform/scope.ts";
import { testDatabase } from "#tests/support/database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { WORLD_TODAY, world } from "#tests/world/world.ts";
import { GET } from "../../../../app/api/files/[id]/route.ts";
import { POST } from "../../../../app/api/uploads/papers/route.ts";

const at = vi.hoisted(() => ({ session: undefined as unknown }));
// There is no browser here whose cookie would tell.
vi.mock("#lib/platform/session.ts", () => ({ requireSession: async () => at.session }));
vi.mock("#lib/platform/problem-view.ts", () => ({ problemView: async () => ({}) }));

const database = testDatabase();
beforeAll(() => holdToday(WORLD_TODAY));
afterAll(() => holdToday(null));

const PDF = "%PDF-1.7\n1 0 obj <</Type /Catalog /Served true>> endobj\ntrailer\n%%EOF\n";

async function upload(session: Session, accept: string) {
  at.session = session;
  const body = new FormData();
  body.set("subject", `partyOrg:${world.partyOrgs.xuetong.id}`);
  body.set("paper", new File([PDF], "批复.pdf"));
  const request = new Request("http://here/api/uploads/papers", {
    method: "POST",
    headers: { accept },
    body,
  });
  return POST(request, { params: Promise.resolve({}) });
}
async function open(who: string, id: string) {
  at.session = await signIn(database, who);
  return GET(new Request(`http://here/api/files/${id}`), { params: Promise.resolve({ id }) });
}

test("it is served by reach, as a download that no cache keeps", async () => {
  const admin = await signIn(database, "county-admin");
  const sent = await upload(admin, "application/json");
  const { location } = await sent.json();
  const paper = new URL(location, "http://here").searchParams.get("paper") ?? "";
  expect(location).toBe(`/orgs/${world.partyOrgs.xuetong.id}?paper=${paper}#papers`);
  const [row] = await database.look<{ file: string }>("select file_id as file from paper where id = $1", [
    paper,
  ]);
  const file = row?.file ?? "";

  const mine = await open("first-secretary", file);
  expect(mine.status).toBe(200);
  expect(await mine.text()).toBe(PDF);
  expect(Object.fromEntries(mine.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent("批复.pdf")}`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  for (const who of ["other-county-admin", "neighbor-township-admin", "auditor", "paired-helper"])
    expect((await open(who, file)).status, who).toBe(404);

  const again = await upload(admin, "text/html");
  expect([again.status, again.headers.get("location")]).toEqual([
    303,
    `/orgs/${world.partyOrgs.xuetong.id}?refused=already#papers`,
  ]);
  expect((await upload(await signIn(database, "first-secretary"), "text/html")).status).toBe(403);
  await removePaper(admin, { id: paper, why: "传错了" });
  expect((await open("county-admin", file)).status).toBe(404);
});
