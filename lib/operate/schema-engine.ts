// Prisma's schema engine as WebAssembly: the only form of it that comes through npm. It tells what separates a database
// from the schema files. The work-arounds are named where they stand.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { root } from "./root.ts";

const SCHEMA = path.join(root, "prisma", "schema");
const NOTHING = /^-- This is an empty migration\.?\s*$/;

type Engine = { diff(params: unknown): Promise<{ stdout: string | null }>; free?(): void };
type Glue = {
  SchemaEngine: {
    new (...args: never[]): Engine;
    new: (options: unknown, log: () => void, adapter: unknown) => Promise<Engine>;
  };
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

/** The SQL that would turn the database into what the schema files describe; empty when it is that already. */
export async function sqlTowardsSchema(url: string): Promise<string> {
  const { SchemaEngine } = await glue();
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles().map((file) => [file.path, file.content]) },
    () => {},
    adapterFor(url),
  );
  try {
    const files = schemaFiles();
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: root },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
      shadowDatabaseUrl: null,
    });
    const sql = (stdout ?? "").trim();
    return NOTHING.test(sql) ? "" : sql;
  } finally {
    engine.free?.();
  }
}

const schemaFiles = () =>
  readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => ({
      path: path.join(SCHEMA, name),
      content: readFileSync(path.join(SCHEMA, name), "utf8"),
    }));

// The glue module keeps one global instance: a second one would corrupt the memory of the first.
let loaded: Promise<Glue> | undefined;
const glue = () => {
  loaded ??= load();
  return loaded;
};

/** The package's own entry imports a .wasm file, which Node 20 cannot: it is instantiated by hand. */
async function load(): Promise<Glue> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module: Glue & WebAssembly.ModuleImports = await import(script);
  const compiled = await WebAssembly.compile(readFileSync(script.replace(/\.js$/, ".wasm")));
  const instance = await WebAssembly.instantiate(compiled, { "./schema_engine_bg.js": module });
  module.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return module;
}

const CHAR = 18;
const BPCHAR = 1042;
const COLUMN_TYPE_CHARACTER = 6;

/** adapter-pg does not know the one-byte "char" of the catalogs: such columns are handed over as characters. */
function adapterFor(url: string) {
  const charColumns = new WeakMap<object, number[]>();
  class CatalogPool extends pg.Pool {}
  CatalogPool.prototype.query = async function (this: pg.Pool, ...args: unknown[]) {
    const result: pg.QueryArrayResult = await Reflect.apply(pg.Pool.prototype.query, this, args);
    const found = (result?.fields ?? []).flatMap((field, at) => (field.dataTypeID === CHAR ? [at] : []));
    for (const at of found) result.fields[at]!.dataTypeID = BPCHAR;
    if (found.length > 0) charColumns.set(result.rows, found);
    return result;
  } as pg.Pool["query"];
  const factory = new PrismaPg(new CatalogPool({ connectionString: url, max: 2 }), {
    disposeExternalPool: true,
  });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const at of charColumns.get(result.rows) ?? []) result.columnTypes[at] = COLUMN_TYPE_CHARACTER;
      return result;
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}
