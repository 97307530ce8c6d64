-- The audit trail can be read: by the auditor whole, by administrators as far as they administer, always through functions that hold the
-- reach inside; what is opened is told as well; and a seal remembers each row, so that a changed one can be named.

-- AlterTable
ALTER TABLE "audit_seal" ADD COLUMN     "leaves" BYTEA;

-- CreateTable
CREATE TABLE "audit_check" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "rows" BIGINT NOT NULL,
    "upto_id" BIGINT,
    "upto_at" TIMESTAMPTZ(3),
    "found" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "audit_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_at_idx" ON "audit_event"("at");

-- CreateIndex
CREATE INDEX "audit_event_verb_id_idx" ON "audit_event"("verb", "id" DESC);

alter table audit_check enable row level security;
create policy checking on audit_check to app_job using (true);
grant select, insert on audit_check to app_job;
grant usage on sequence audit_check_id_seq to app_job;

-- How far the asker may look into the trail: null = everything, empty = nothing.
create function sec.trail_reach() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select case when sec.reads_audit() then null
    when exists (select 1 from division where level = 'PREFECTURE' and id = any (sec.account_reach())) then null
    else sec.account_reach() end
$$;

-- The numbers of the rows asked for, newest first. Only fragments written here make up the statement; what was asked goes in as values.
create function sec.trail_ids(asked jsonb, lim int) returns setof bigint language plpgsql stable security definer set search_path = public, pg_temp as $$
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

create function sec.trail_count(asked jsonb) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from sec.trail_ids(asked - 'before', 10001)
$$;

-- A sensitive value in the history is shown as on the screens, whoever wrote it there.
create function sec.masked(field text, value text) returns text language sql immutable set search_path = public, pg_temp as $$
  select case when value is null then null
    when lower(replace(field, '_', '')) in ('phone', 'idno', 'bankno', 'bankaccount', 'disabilityno') then left(value, 3) || '****' || right(value, 2)
    else value end
$$;

-- What a subject of the trail is called: a name to recognize it by, no more.
create function sec.subject_name(subject text) returns text language sql stable security definer set search_path = public, pg_temp as $$
  select case split_part(subject, ':', 1)
    when 'household' then (select head_name from household where id::text = split_part(subject, ':', 2) and subject ~ '^household:[0-9a-f-]{36}$' and id = split_part(subject, ':', 2)::uuid)
    when 'person' then (select title from search_entry where kind = 'person' and subject_id = split_part(subject, ':', 2))
    when 'visit' then (select h.head_name || ' ' || v.visited_on from visit v join household h on h.id = v.household_id
      where subject ~ '^visit:[0-9a-f-]{36}$' and v.id = substr(subject, 7)::uuid)
    when 'pairing' then (select h.head_name || ' · ' || p.helper_name from pairing p join household h on h.id = p.household_id
      where subject ~ '^pairing:[0-9a-f-]{36}$' and p.id = substr(subject, 9)::uuid)
    when 'account' then (select name from account where subject ~ '^account:[0-9]{1,9}$' and id = substr(subject, 9)::int)
    when 'division' then (select name from division where subject ~ '^division:[0-9]{1,9}$' and id = substr(subject, 10)::int)
    when 'partyOrg' then (select name from party_org where subject ~ '^partyOrg:[0-9]{1,9}$' and id = substr(subject, 10)::int)
    when 'import' then (select file_name from import where subject ~ '^import:[0-9a-f-]{36}$' and id = substr(subject, 8)::uuid)
  end
$$;

-- One page of the trail, with names and the changes of fields that belong to each deed.
create function sec.trail(asked jsonb, lim int) returns table (id bigint, at timestamptz, account_id int, account_name text, verb text, subject text,
  division_id int, facts jsonb, request_id text, subject_name text, place text, changes jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.id, a.at, a.account_id, a.account_name, a.verb, a.subject, a.division_id, a.facts, a.request_id, sec.subject_name(a.subject), d.name,
    (select jsonb_agg(jsonb_build_object('field', c.field, 'old', sec.masked(c.field, c.old), 'new', sec.masked(c.field, c.new)) order by c.id)
     from (select * from change c where c.entity = split_part(a.subject, ':', 1) and c.entity_id = split_part(a.subject, ':', 2)
       and c.account_id = a.account_id and c.verb = a.verb and c.at >= a.at - interval '1 second' and c.at < a.at + interval '30 seconds'
       order by c.id limit 40) c)
  from audit_event a left join division d on d.id = a.division_id
  where a.id = any (array(select * from sec.trail_ids(asked, lim))) order by a.id desc
$$;

-- Who opened, revealed or took along something of one household between two moments: for the auditor and whoever administers all accounts.
create function sec.who_saw(of_household uuid, from_at timestamptz, to_at timestamptz, lim int) returns table (id bigint, at timestamptz, account_id int,
  account_name text, verb text, subject text, division_id int, facts jsonb, request_id text, subject_name text, place text, surely boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare reach int[] := sec.trail_reach(); home int; above int[]; subjects text[]; low bigint;
begin
  if sec.account_id() is null or cardinality(reach) = 0 then return; end if;
  select h.division_id into home from household h where h.id = of_household;
  if home is null or not (reach is null or home = any (reach)) then return; end if;
  select array_agg(distinct ancestor_id) into above from division_closure where node_id = home;
  subjects := array['household:' || of_household] || array(select distinct 'person:' || person_id from membership_year where household_id = of_household)
    || array(select 'visit:' || v.id from visit v where v.household_id = of_household);
  select a.id into low from audit_event a where a.at >= from_at - interval '1 hour' order by a.at limit 1;
  if low is null then return; end if;
  return query
    select r.id, r.at, r.account_id, r.account_name, r.verb, r.subject, r.division_id, r.facts, r.request_id, sec.subject_name(r.subject), d.name, r.surely
    from (
      (select a.*, true as surely from audit_event a where a.subject = any (subjects)
         and a.verb in ('household.opened', 'household.peeked', 'member.opened', 'idNumber.revealed', 'phone.revealed', 'visit.opened', 'pairing.opened')
         and a.at >= from_at and a.at < to_at order by a.id desc limit lim)
      union all
      -- A file of a whole place may have held the household: said apart, because nobody wrote down each row.
      (select a.*, false from audit_event a where a.verb in ('household.exported', 'export.fetched') and a.division_id = any (above)
         and a.id >= low - 10000 and a.at >= from_at and a.at < to_at order by a.id desc limit lim)) r
    left join division d on d.id = r.division_id order by r.id desc limit lim;
end $$;

-- What was done to one thing, for everybody who sees the thing itself: deeds, never looks.
create function sec.deeds_of(its_subject text) returns table (id bigint, at timestamptz, account_name text, verb text, facts jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with me as (select sec.account_id() as id, sec.sees_all() as sees_all, sec.reach() as reach, sec.my_households() as mine)
  select a.id, a.at, a.account_name, a.verb, a.facts - 'from' from audit_event a, me
  where me.id is not null and a.subject = its_subject
    and a.verb !~ '(opened|peeked|revealed|exported|fetched|sought.*|rehearsed|Rehearsed|read)$'
    and (me.sees_all or a.division_id = any (me.reach) or its_subject in (select 'household:' || h from unnest(me.mine) h))
  order by a.id desc limit 200
$$;

-- Tells what somebody looks at, once in ten minutes for the same look.
create function sec.tell_look(its_verb text, its_subject text, its_division int, its_facts jsonb, request text) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into audit_event (account_id, account_name, verb, subject, division_id, facts, request_id)
  select me.id, me.name, its_verb, its_subject, its_division, its_facts, request from account me
  where me.id = sec.account_id() and not exists (
    select 1 from (select * from audit_event a where a.account_id = me.id order by a.id desc limit 40) a
    where a.verb = its_verb and a.subject is not distinct from its_subject and a.facts - 'from' = its_facts - 'from' and a.at > now() - interval '10 minutes')
$$;

-- May the asker look after the machine itself?
create function sec.tends_machine() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select 1 from role_grant g join division d on d.id = g.division_id
    where g.account_id = sec.account_id() and g.role in ('SYSTEM_ADMIN', 'PREFECTURE_ADMIN') and d.level = 'PREFECTURE'
      and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
$$;

-- How far the trail is sealed and when it was last checked: no row of it.
create function sec.trail_state() returns table (sealed_at timestamptz, sealed_upto bigint, checked_at timestamptz, checked_upto timestamptz, found text[])
language sql stable security definer set search_path = public, pg_temp as $$
  select s.at, s.upto_id, c.at, c.upto_at, c.found from (select 1) one
    left join lateral (select at, upto_id from audit_seal order by upto_id desc limit 1) s on true
    left join lateral (select at, upto_at, found from audit_check order by id desc limit 1) c on true
  where sec.account_id() is not null
    and (cardinality(coalesce(sec.trail_reach(), '{0}')) > 0 or sec.tends_machine())
$$;

-- The jobs of everybody, in numbers, with the last words of those that failed: for whoever looks after the machine.
create function sec.machine_jobs() returns table (waiting int, running int, failed int, oldest timestamptz, lately jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) filter (where status = 'QUEUED')::int, count(*) filter (where status = 'RUNNING')::int,
    count(*) filter (where status = 'FAILED' and created_at > now() - interval '1 day')::int,
    min(created_at) filter (where status = 'QUEUED' and run_after <= now()),
    (select jsonb_agg(jsonb_build_object('kind', kind, 'at', coalesce(finished_at, created_at), 'why', left(note, 200)) order by created_at desc)
     from (select * from job where status = 'FAILED' and created_at > now() - interval '1 day' order by created_at desc limit 5) f)
  from job where sec.tends_machine() and (status in ('QUEUED', 'RUNNING') or created_at > now() - interval '1 day')
$$;

revoke all on function sec.trail_reach(), sec.trail_ids(jsonb, int), sec.trail_count(jsonb), sec.masked(text, text), sec.subject_name(text), sec.trail(jsonb, int),
  sec.who_saw(uuid, timestamptz, timestamptz, int), sec.deeds_of(text), sec.tell_look(text, text, int, jsonb, text), sec.trail_state(), sec.tends_machine(),
  sec.machine_jobs() from public;
grant execute on function sec.trail_count(jsonb), sec.trail(jsonb, int), sec.who_saw(uuid, timestamptz, timestamptz, int), sec.deeds_of(text),
  sec.tell_look(text, text, int, jsonb, text), sec.trail_state(), sec.tends_machine(), sec.machine_jobs() to app_rw;
