// A thousand random lives of households: every day tells who lived where, and what is taken back is as it was.
import { env } from "node:process";

env.LIVES_RUNS ??= "1000";
await import("#tests/lib/domains/lives/random-lives.test.ts");
