// The headers that every answer carries, and the policy that lets only our own nonce's scripts run.
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

export type HeaderOptions = {
  secure: boolean;
  dev: boolean /** Where sign-in forms may lead, besides us. */;
  identityOrigin?: string;
};

const FIXED: Record<string, string> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), interest-cohort=()",
};

export function setFixedHeaders(response: ServerResponse, { secure }: HeaderOptions) {
  for (const [name, value] of Object.entries(FIXED)) response.setHeader(name, value);
  if (secure) response.setHeader("strict-transport-security", "max-age=31536000");
}

export function policyFor(nonce: string, { dev, identityOrigin }: HeaderOptions): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws: wss:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action 'self'${identityOrigin ? ` ${identityOrigin}` : ""}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** Next takes the nonce from the request's own policy header. */
export function setPolicy(request: IncomingMessage, response: ServerResponse, options: HeaderOptions) {
  const nonce = randomBytes(16).toString("base64");
  const policy = policyFor(nonce, options);
  request.headers["content-security-policy"] = policy;
  request.headers["x-nonce"] = nonce;
  response.setHeader("content-security-policy", policy);
}

/** Pictures and papers that people uploaded are no pages of ours: opened by themselves they run nothing and load nothing. */
export const setFilePolicy = (response: ServerResponse) =>
  response.setHeader("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");

/** Whatever a handler says, nothing but files of the build may be kept by a cache. */
export function forbidStoring(response: ServerResponse) {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    this.setHeader("cache-control", "private, no-store");
    return Reflect.apply(writeHead, this, args);
  } as typeof writeHead;
}
