// Everything that a database says about its own shape, one line each, in words that two databases can be compared by.
import type pg from "pg";

/** Ours: neither PostgreSQL's own nor an extension's, nor the table of migrations. */
const OURS = `
  namespaces as (select oid, nspname from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'),
  extended as (select objid from pg_depend where deptype = 'e'),
  relations as (
    select c.*, format('%I.%I', n.nspname, c.relname) as name from pg_class c join namespaces n on n.oid = c.relnamespace
     where c.oid not in (select objid from extended) and c.relname <> '_prisma_migrations'),
  functions as (
    select p.*, format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)) as name
      from pg_proc p join namespaces n on n.oid = p.pronamespace where p.oid not in (select objid from extended))`;

const LINES = `
  select format('table %s rls %s force %s', name, relrowsecurity, relforcerowsecurity) as line, '' as detail
    from relations where relkind in ('r', 'p')
  union all
  select format('view %s', name), '' from relations where relkind in ('v', 'm')
  union all
  select format('column %s.%I %s%s', r.name, a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end),
         coalesce(pg_get_expr(d.adbin, d.adrelid), '')
    from relations r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum where r.relkind in ('r', 'p', 'v', 'm')
  union all
  select format('constraint %I on %s', k.conname, r.name), pg_get_constraintdef(k.oid)
    from pg_constraint k join relations r on r.oid = k.conrelid where k.contype <> 'n'
  union all
  select format('index %s on %s', i.name, r.name), pg_get_indexdef(x.indexrelid)
    from pg_index x join relations r on r.oid = x.indrelid join relations i on i.oid = x.indexrelid
  union all
  select format('policy %I on %s for %s', p.polname, r.name, p.polcmd),
         concat_ws(' ', p.polpermissive, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from pg_policy p join relations r on r.oid = p.polrelid
  union all
  select format('trigger %I on %s %s', t.tgname, r.name, t.tgenabled), pg_get_triggerdef(t.oid)
    from pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal
  union all
  select format('function %s definer %s %s %s', name, prosecdef, provolatile, md5(prosrc)), coalesce(array_to_string(proconfig, ','), '')
    from functions
  union all
  select format('grant %s on %s to %s', g.privilege_type, o.name, coalesce(w.rolname, 'public')), ''
    from (select name, relacl as acl from relations union all select name, proacl from functions) o
    cross join lateral aclexplode(o.acl) g left join pg_roles w on w.oid = g.grantee
   where w.rolname in ('app_rw', 'app_job') or g.grantee = 0`;

export async function catalogOf(client: pg.ClientBase, precise: boolean): Promise<Set<string>> {
  const { rows } = await client.query<{ line: string; detail: string }>(
    `with ${OURS} select line, detail from (${LINES}) as lines order by 1, 2`,
  );
  return new Set(rows.map(({ line, detail }) => (precise && detail ? `${line}: ${detail}` : line)));
}
