// The one place where app code reads the environment: each variable is checked when it is first asked for.
import * as z from "zod";

const flag = z
  .string()
  .optional()
  .transform((value) => value === "1");
const list = z
  .string()
  .optional()
  .transform((value) =>
    (value ?? "")
      .split(",")
      .map((item) => item.trim())
      .filter(Boolean),
  );
const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const variables = {
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  /** The runtime role's database (app_rw): row-level security holds for it. */
  DATABASE_URL: z.string().min(1),
  /** The job role's database (app_job). */
  DATABASE_JOB_URL: z.string().min(1),
  KEYS_DIR: z.string().min(1),
  DATA_DIR: z.string().min(1),
  /** Where backups go every night, on another disk. */
  BACKUP_DIR: z.string().optional(),
  /** How browsers address this installation; absent in the demo, where the Host header tells. */
  ORIGIN: origin.optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  DEMO: flag,
  DEMO_SCALE: z.string().optional(),
  /** Addresses or CIDR ranges whose X-Forwarded-* headers are believed. */
  TRUSTED_PROXIES: list,
  NEXTAUTH_SECRET: z.string().min(32),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** A file for the log; standard output without it. */
  LOG_FILE: z.string().optional(),
  /** What npm says of our package. */
  npm_package_version: z.string().default("0.1.0"),
  /** A browser on this server that prints PDF, if there is one. */
  CHROMIUM_PATH: z.string().optional(),
  /** Where that browser finds programs, libraries and fonts. */
  PATH: z.string().default("/usr/bin:/bin"),
  LD_LIBRARY_PATH: z.string().optional(),
  FONTCONFIG_FILE: z.string().optional(),
  FONTCONFIG_PATH: z.string().optional(),
} as const;

type Variables = typeof variables;
export type Env = { readonly [Name in keyof Variables]: z.output<Variables[Name]> };

function read<Name extends keyof Variables>(name: Name): Env[Name] {
  const value = process.env[name];
  const parsed = variables[name].safeParse(value === "" ? undefined : value);
  if (parsed.success) return parsed.data as Env[Name];
  throw new Error(`环境变量 ${name} 缺失或不正确：${parsed.error.issues[0]?.message}`);
}

export const env = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.keys(variables).map((name) => [
      name,
      { enumerable: true, get: () => read(name as keyof Variables) },
    ]),
  ),
) as Env;
