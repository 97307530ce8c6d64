/** A page of ours as its reader would get it, fetched by ourselves on behalf of a request that is already inside. */
import http from "node:http";
import { env } from "./env.ts";

const CARRIED = ["cookie", "x-inner-request", "x-forwarded-host", "x-forwarded-proto", "x-request-id"];
const MOST_BYTES = 50_000_000;

const hostOfOurs = () => (env.HOST === "0.0.0.0" ? "127.0.0.1" : env.HOST === "::" ? "::1" : env.HOST);

export function ownPage(request: Request, address: string): Promise<{ status: number; text: string }> {
  const headers: Record<string, string> = { accept: "text/html,*/*" };
  for (const name of CARRIED) {
    const value = request.headers.get(name);
    if (value) headers[name] = value;
  }
  headers.host = request.headers.get("host") ?? "";
  return new Promise((resolve, reject) => {
    const asked = http.get(
      { host: hostOfOurs(), port: env.PORT, path: address, headers, timeout: 30_000 },
      (answer) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        answer.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > MOST_BYTES) answer.destroy(new Error("the page is too long"));
          else chunks.push(chunk);
        });
        answer.on("end", () =>
          resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
        );
        answer.on("error", reject);
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("the page took too long")));
    asked.on("error", reject);
  });
}
