// Ten thousand visits from phones, sent twice, shuffled, cut off, their answers lost: ten thousand rows.
import { env } from "node:process";

env.SYNC_OPS ??= "10000";
await import("#tests/lib/domains/sync/storm.test.ts");
