-- The trail of one place is found by the place, not by walking the whole prefecture's rows backwards.
create or replace function sec.trail_ids(asked jsonb, lim int) returns setof bigint language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  reach int[] := sec.trail_reach(); homes int[];
  ordered text := case when lim > 5000 then '' else ' order by a.id desc' end;
  who int[]; subjects text[]; verbs text[]; places int[]; near audit_event;
  from_at timestamptz := (asked->>'from')::timestamptz; to_at timestamptz := (asked->>'to')::timestamptz;
  low bigint; high bigint := (asked->>'before')::bigint; conditions text := '';
begin
  if sec.account_id() is null or cardinality(reach) = 0 then return; end if;
  if asked ? 'near' then
    select * into near from audit_event where id = (asked->>'near')::bigint;
    if near.account_id is null then return; end if;
    from_at := near.at; to_at := near.at + interval '10 minutes'; who := array[near.account_id];
  elsif asked ? 'account' then who := array[(asked->>'account')::int];
  elsif asked ? 'who' then
    select coalesce(array_agg(id), '{}') into who from account where name ^@ (asked->>'who') or username = lower(asked->>'who');
  end if;
  if asked ? 'subjects' then select array_agg(s) into subjects from jsonb_array_elements_text(asked->'subjects') s; end if;
  if asked ? 'about' then
    select coalesce(array_agg(s), '{}') into subjects from (
      select (case kind when 'party_org' then 'partyOrg' else kind end) || ':' || subject_id from search_entry
        where grams @> array[left(asked->>'about', 2)] and title ^@ (asked->>'about') limit 200) found (s);
  end if;
  if asked ? 'verbs' then select array_agg(v) into verbs from jsonb_array_elements_text(asked->'verbs') v; end if;
  if asked ? 'division' then
    select array_agg(node_id) into places from division_closure where ancestor_id = (asked->>'division')::int and to_on is null;
  end if;
  -- Numbers follow the clock but for transactions that lasted: an hour of grace, then the moment itself decides.
  if from_at is not null then
    select id into low from audit_event where at >= from_at - interval '1 hour' order by at limit 1;
    if low is null then return; end if;
    conditions := conditions || ' and a.id >= $1 - 10000 and a.at >= $2';
  end if;
  if to_at is not null then
    select least(high, id) into high from audit_event where at >= to_at + interval '1 hour' order by at limit 1;
    high := coalesce(high, (asked->>'before')::bigint);
    conditions := conditions || ' and a.at < $3';
  end if;
  if high is not null then conditions := conditions || ' and a.id < $4'; end if;
  if who is not null then conditions := conditions || case cardinality(who) when 1 then ' and a.account_id = $5[1]' else ' and a.account_id = any ($5)' end; end if;
  if subjects is not null then conditions := conditions || case cardinality(subjects) when 1 then ' and a.subject = $6[1]' else ' and a.subject = any ($6)' end; end if;
  if verbs is not null then conditions := conditions || ' and a.verb = any ($7)'; end if;
  if places is not null then conditions := conditions || ' and a.division_id = any ($8)'; end if;
  if asked ? 'request' then conditions := conditions || ' and a.request_id = $10'; end if;
  if reach is null then
    return query execute 'select a.id from audit_event a where true' || conditions || ordered || ' limit ' || lim
      using low, from_at, to_at, high, who, subjects, verbs, places, reach, asked->>'request', homes;
    return;
  end if;
  select array_agg(id) into homes from account where division_id = any (reach);
  if who is not null or subjects is not null or lim > 5000 then
    -- Few rows by themselves, or a count for which any order will do.
    return query execute 'select a.id from audit_event a where (a.division_id = any ($9) or (a.division_id is null and a.account_id = any ($11)))' || conditions || ordered || ' limit ' || lim
      using low, from_at, to_at, high, who, subjects, verbs, places, reach, asked->>'request', homes;
    return;
  end if;
  -- The newest of each place, then the newest of these: walking all rows backwards would read the whole prefecture for one township.
  return query execute 'select id from (
      select a.id from unnest($9) n (node), lateral (select a.id from audit_event a where a.division_id = n.node' || conditions || ' order by a.id desc limit ' || lim || ') a
      union all
      select a.id from unnest($11) n (home), lateral (select a.id from audit_event a where a.account_id = n.home and a.division_id is null' || conditions || ' order by a.id desc limit ' || lim || ') a) a
    order by id desc limit ' || lim
    using low, from_at, to_at, high, who, subjects, verbs, places, reach, asked->>'request', homes;
end $$;
