// A person at the other end of the wire: keeps cookies, opens pages, posts forms as a browser without scripts would; the bench and the kill battery drive the app with it.
import http from "node:http";
import { performance } from "node:perf_hooks";

export type Answer = {
  status: number;
  location: string | null;
  /** Seconds after which to come again, where the machine named them. */
  retryAfter: number | null;
  text: string;
  /** Bytes of the body as they came over the wire. */
  bytes: number;
  /** Milliseconds to the first byte of the answer, and to its last. */
  first: number;
  took: number;
};

type Post = { body: Buffer; type: string };

export class Visitor {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  readonly #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#send("GET", path, null, headers);
  }

  /** Posts the form of a page that contains `mark`, with its hidden fields and what is typed. */
  async submit(path: string, mark: string, typed: Record<string, string>): Promise<Answer> {
    return this.post(path, { ...formOn((await this.get(path)).text, mark), ...typed });
  }

  post(path: string, fields: Record<string, string | Buffer>, headers: Record<string, string> = {}) {
    return this.#send("POST", path, multipart(fields), headers);
  }

  put(method: string, path: string, body: Buffer, type: string, headers: Record<string, string> = {}) {
    return this.#send(method, path, { body, type }, headers);
  }

  leave(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, post: Post | null, headers: Record<string, string>): Promise<Answer> {
    const began = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.request(
        new URL(path, this.origin),
        {
          method,
          agent: this.#agent,
          headers: {
            cookie: this.cookie(),
            "accept-language": "zh-CN",
            ...(post && {
              origin: this.origin,
              "content-type": post.type,
              "content-length": post.body.length,
            }),
            ...headers,
          },
        },
        (response) => {
          let first = 0;
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => {
            first ||= performance.now() - began;
            parts.push(part);
          });
          response.on("error", reject);
          response.on("end", () => {
            for (const line of response.headers["set-cookie"] ?? []) this.#keep(line);
            const body = Buffer.concat(parts);
            const took = performance.now() - began;
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              retryAfter: Number(response.headers["retry-after"]) || null,
              text: headers["accept-encoding"] ? "" : body.toString("utf8"),
              bytes: body.length,
              first: first || took,
              took,
            });
          });
        },
      );
      request.on("error", reject);
      request.end(post?.body);
    });
  }

  #keep(line: string): void {
    const [pair = ""] = line.split(";", 1);
    const at = pair.indexOf("=");
    const value = pair.slice(at + 1);
    if (value === "") this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), value);
  }
}

/** The hidden fields of the first form that contains the mark: among them which server action it calls. */
export function formOn(html: string, mark: string): Record<string, string> {
  const form = html.match(/<form\b[\s\S]*?<\/form>/g)?.find((one) => one.includes(mark));
  if (!form) throw new Error(`no form with “${mark}” on the page`);
  const fields: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = attribute(tag, "name");
    if (name) fields[name] = attribute(tag, "value") ?? "";
  }
  return fields;
}

function attribute(tag: string, name: string): string | null {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`));
  return found ? plainText(found[1] ?? "") : null;
}

const plainText = (text: string) =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

function multipart(fields: Record<string, string | Buffer>): Post {
  const edge = "----qamdo-visitor-7d1f0c5a";
  const parts = Object.entries(fields).flatMap(([name, value]) => {
    const file = Buffer.isBuffer(value);
    const head = file ? '; filename="sheet.xlsx"\r\nContent-Type: application/octet-stream' : "";
    return [
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="${name}"${head}\r\n\r\n`),
      file ? value : Buffer.from(value),
      Buffer.from("\r\n"),
    ];
  });
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${edge}--\r\n`)]),
    type: `multipart/form-data; boundary=${edge}`,
  };
}
