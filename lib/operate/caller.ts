// Who speaks to us, and by which name: the headers of a trusted proxy are believed, everyone else's are dropped.
import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BlockList, isIP } from "node:net";
import { StartProblem } from "./start-problem.ts";

export type Proxies = { trusts: (address: string) => boolean };

export function trustedProxies(entries: string[]): Proxies {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    if (!isIP(address)) throw new StartProblem(`TRUSTED_PROXIES 中的 ${entry} 不是 IP 地址或网段。`);
    if (bits) list.addSubnet(address, Number(bits), familyOf(address));
    else list.addAddress(address, familyOf(address));
  }
  return { trusts: (address) => isIP(address) !== 0 && list.check(address, familyOf(address)) };
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

export type Caller = {
  address: string;
  /** As the browser addressed us: by a trusted proxy's word, else by the Host header. */
  host: string;
  /** Null when a trusted proxy does not say. */
  scheme: string | null;
  /** Ourselves: Next fetches the page that an action leads to, on behalf of a request that is already inside. */
  inner: boolean;
};

const INNER = "x-inner-request";
const secret = randomBytes(24).toString("base64url");

export function callerOf(request: IncomingMessage, proxies: Proxies): Caller {
  const { headers } = request;
  const peer = plain(request.socket.remoteAddress);
  const inner = headers[INNER] === secret;
  const host = (headers.host ?? "").toLowerCase();
  if (!inner && !proxies.trusts(peer)) return { address: peer, host, scheme: "http", inner };
  return {
    address: nearestUntrusted(first(headers["x-forwarded-for"]), proxies) ?? peer,
    host: firstOf(headers["x-forwarded-host"]).toLowerCase() || host,
    scheme: firstOf(headers["x-forwarded-proto"]) || null,
    inner,
  };
}

const plain = (address: string | undefined) => (address ?? "").replace(/^::ffff:/, "");
const first = (header: string | string[] | undefined) =>
  Array.isArray(header) ? header.join(",") : (header ?? "");
const firstOf = (header: string | string[] | undefined) => first(header).split(",", 1)[0]!.trim();

/** Entries on the left are the client's own claim; the rightmost that is no proxy of ours is a fact. */
function nearestUntrusted(chain: string, proxies: Proxies): string | null {
  const hops = chain
    .split(",")
    .map((hop) => plain(hop.trim()))
    .filter((hop) => isIP(hop))
    .reverse();
  return hops.find((hop) => !proxies.trusts(hop)) ?? hops.at(-1) ?? null;
}

/** Headers by which Next or we speak to ourselves; from outside they would be forgeries. */
const INTERNAL =
  /^(x-forwarded-.*|forwarded|x-real-ip|x-original-url|x-rewrite-url|x-http-method.*|x-middleware-.*|x-invoke-.*|x-matched-path|x-now-.*|x-vercel-.*|x-prerender-.*|x-next-.*|next-resume|x-client-address|x-nonce|x-request-id|x-inner-request|content-security-policy.*)$/;

/** Replaces what the client says about itself by what we know. `own` is the origin that it may speak for. */
export function introduce(request: IncomingMessage, response: ServerResponse, caller: Caller, own: string) {
  const { headers } = request;
  const id = (caller.inner && firstOf(headers["x-request-id"])) || randomUUID();
  for (const name of Object.keys(headers)) if (INTERNAL.test(name)) delete headers[name];
  const { protocol, host, port } = new URL(own);
  headers["x-forwarded-host"] = host;
  headers["x-forwarded-proto"] = protocol.slice(0, -1);
  headers["x-forwarded-port"] = port || (protocol === "https:" ? "443" : "80");
  headers["x-forwarded-for"] = caller.address;
  headers["x-client-address"] = caller.address;
  headers["x-request-id"] = id;
  headers[INNER] = secret;
  response.setHeader("x-request-id", id);
}
