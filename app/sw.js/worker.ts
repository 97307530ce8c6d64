/**
 * The service worker: written here as one function that stands by itself, sent to the browser as its text.
 * It keeps the empty shell and the files of the build, never a page that shows anybody's data.
 */

/** What of the worker's own world is used; the library of types knows only one world at a time. */
type Worker = {
  addEventListener(kind: string, listener: (event: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};
type WorkerEvent = {
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
  request: Request;
  data: unknown;
};

export function worker(build: string) {
  const self = globalThis as unknown as Worker;
  const KEPT = `qamdo-${build}`;
  const SHELL = "/offline";
  const PATIENCE_MS = 6000;
  /** The pages that the phone can show by itself. */
  const OWN =
    /^\/(today|sync|me|help|visits|visits\/new|needs|needs\/new|households|trainings|(households|visits|needs|trainings)\/[0-9a-f-]{36}|service-desk|service-desk\/new|service-desk\/cases\/[0-9a-f-]{36})?$/;

  async function keepShell() {
    const cache = await caches.open(KEPT);
    const shell = await fetch(SHELL, { cache: "reload", credentials: "same-origin" });
    if (!shell.ok || shell.redirected) throw new Error("the shell did not come");
    const text = await shell.clone().text();
    const files = new Set(text.match(/\/_next\/static\/[^"'\\ )<>]+/g) ?? []);
    // Files of a build never change: what is here already is not fetched again.
    const missing: string[] = [];
    for (const file of files) if (!(await cache.match(file))) missing.push(file);
    await cache.addAll(missing);
    await cache.put(SHELL, shell);
  }

  async function kept(request: Request): Promise<Response> {
    const cache = await caches.open(KEPT);
    const known = await cache.match(request);
    if (known) return known;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  }

  const shellNow = async () => (await caches.match(SHELL)) ?? Response.error();

  async function page(request: Request, path: string): Promise<Response> {
    const own = OWN.test(path);
    const answer = fetch(request).then(
      (response) => (own && response.status >= 502 && response.status <= 504 ? null : response),
      () => null,
    );
    if (!own) return (await answer) ?? shellNow();
    const tired = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
    return (await Promise.race([answer, tired])) ?? shellNow();
  }

  self.addEventListener("install", (event) =>
    event.waitUntil(
      keepShell().then(async () => {
        // The first one begins at once; a later one waits until nothing of the old one is open, or is told to go on.
        if ((await caches.keys()).length === 1) await self.skipWaiting();
      }),
    ),
  );
  self.addEventListener("activate", (event) =>
    event.waitUntil(
      caches
        .keys()
        .then((names) =>
          Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name))),
        )
        .then(() => self.clients.claim()),
    ),
  );
  self.addEventListener("message", (event) => {
    if (event.data === "go") event.waitUntil(self.skipWaiting());
    if (event.data === "shell") event.waitUntil(keepShell().catch(() => undefined));
  });
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== location.origin) return;
    if (pathname.startsWith("/_next/static/")) event.respondWith(kept(request));
    else if (request.mode === "navigate") event.respondWith(page(request, pathname));
  });
}
