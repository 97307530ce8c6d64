// What the database's own catalogue says about the second wall, as lists of offences; policies cannot be read from code alone.

/** Runs SQL as the owner and returns rows. */
export type Look = <Row extends Record<string, unknown>>(text: string, values?: unknown[]) => Promise<Row[]>;

/** Foreign keys without a full index that begins with their columns: deleting or joining would read the whole table. */
export async function unindexedForeignKeys(look: Look): Promise<string[]> {
  const rows = await look<{ key: string }>(`
    select c.conrelid::regclass || '.' || c.conname as key from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname not in ('pg_catalog', 'information_schema') and not exists (
      select 1 from pg_index i where i.indrelid = c.conrelid and i.indpred is null and i.indisvalid
        and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
    order by 1`);
  return rows.map((row) => row.key);
}

/** Tables of ours that the runtime role may touch although no row-level security stands before them. */
export async function openTables(look: Look): Promise<string[]> {
  const rows = await look<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      and n.nspname not like 'pg_temp%' order by 1`);
  return rows.map((row) => row.name);
}

/** Views look with the rights of their owner unless told otherwise, and materialized ones always do. */
export async function leakingViews(look: Look): Promise<string[]> {
  const rows = await look<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and (c.relkind = 'm' or
      (c.relkind = 'v' and not coalesce(array_to_string(c.reloptions, ',') ~ 'security_invoker=(true|on|1)', false)))
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`);
  return rows.map((row) => row.name);
}

export type Definer = { name: string; searchPath: string | null; isTrigger: boolean; callers: string[] };

/** Functions that run with their owner's rights, with who may call them. */
export async function definerFunctions(look: Look): Promise<Definer[]> {
  return look<Definer>(`
    select p.oid::regprocedure::text as name, p.prorettype = 'trigger'::regtype as "isTrigger",
      (select substring(s from 'search_path=(.*)') from unnest(p.proconfig) s where s like 'search_path=%') as "searchPath",
      array(select r from unnest(array['app_job', 'app_rw', 'public']) r where case r
        when 'public' then exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
        else has_function_privilege(r, p.oid, 'execute') end) as callers
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`);
}

/** A caller could otherwise put tables of its own before ours: the path is fixed, and the temporary schema comes last. */
export const withLoosePath = (functions: Definer[]) =>
  functions
    .filter(({ searchPath }) => !/^(?:""|(?:(?:public|sec|pg_catalog), ?)+pg_temp)$/.test(searchPath ?? ""))
    .map(({ name }) => name);

/** Everybody may call what nobody restricted; a trigger cannot be called and is harmless. */
export const openToEverybody = (functions: Definer[]) =>
  functions
    .filter(({ isTrigger, callers }) => !isTrigger && callers.includes("public"))
    .map(({ name }) => name);

/** What would let a role of the running program step over the second wall. */
export async function powersOf(look: Look, role: string): Promise<string[]> {
  const rows = await look<{ power: string }>(
    `with r as (select * from pg_roles where rolname = $1)
    select 'is superuser' as power from r where rolsuper
    union all select 'bypasses row-level security' from r where rolbypassrls
    union all select 'makes roles' from r where rolcreaterole
    union all select 'makes databases' from r where rolcreatedb
    union all select 'replicates' from r where rolreplication
    union all select 'is a member of ' || m.roleid::regrole from pg_auth_members m, r where m.member = r.oid
    union all select 'owns ' || c.oid::regclass from pg_class c, r where c.relowner = r.oid and c.relpersistence <> 't'
    union all select 'owns ' || p.oid::regprocedure from pg_proc p, r where p.proowner = r.oid
    union all select 'owns schema ' || n.nspname from pg_namespace n, r where n.nspowner = r.oid
    union all select 'owns database ' || d.datname from pg_database d, r where d.datdba = r.oid
    union all select 'makes objects in ' || n.nspname from pg_namespace n, r
      where has_schema_privilege(r.oid, n.oid, 'create') and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast%'
    union all select 'makes schemas' from r where has_database_privilege(r.oid, current_database(), 'create')
    union all select 'empties ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace, r
      where c.relkind = 'r' and n.nspname = 'public' and has_table_privilege(r.oid, c.oid, 'truncate')
    union all select 'has no statement timeout' from r where not exists (
      select 1 from pg_db_role_setting s, unnest(s.setconfig) v where s.setrole = r.oid and v like 'statement_timeout=%')`,
    [role],
  );
  return rows.map((row) => row.power);
}

/** Policies that ask another policed table would be answered by that table's policies, row by row. */
export async function policiesThatQuery(look: Look): Promise<string[]> {
  const rows = await look<{ policy: string }>(`
    select tablename || '.' || policyname as policy from pg_policies where schemaname = 'public'
      and coalesce(qual, '') || coalesce(with_check, '') ~* '\\mfrom\\s+(?!unnest)\\w' order by 1`);
  return rows.map((row) => row.policy);
}
