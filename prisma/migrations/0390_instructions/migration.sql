-- Instructions of leaders (批示): they move by their steps alone, and the moves that are allowed stand here.

CREATE TABLE "instruction" (
    "id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_division" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "account_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT,
    "addressee" TEXT NOT NULL,
    "to_name" TEXT,
    "to_unit" TEXT NOT NULL,
    "to_role" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "due_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "read_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "replied_on" DATE,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "indicator" TEXT,
    "period" TEXT,
    "part" INTEGER,
    "whole" INTEGER,
    "light" TEXT,
    "missing" INTEGER,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "instruction_step" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "instruction_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "nth" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "words" TEXT,
    "due_on" DATE,
    "addressee" TEXT,
    "to_name" TEXT,
    "to_unit" TEXT,
    "to_role" TEXT,
    "account_id" INTEGER,
    "account_name" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instruction_step_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "instruction_division_id_given_on_id_idx" ON "instruction"("division_id", "given_on" DESC, "id");

CREATE INDEX "instruction_from_division_idx" ON "instruction"("from_division");

CREATE INDEX "instruction_account_id_given_on_idx" ON "instruction"("account_id", "given_on" DESC);

CREATE INDEX "instruction_addressee_given_on_idx" ON "instruction"("addressee", "given_on" DESC);

CREATE INDEX "instruction_given_on_id_idx" ON "instruction"("given_on" DESC, "id");

CREATE INDEX "instruction_step_division_id_idx" ON "instruction_step"("division_id");

CREATE INDEX "instruction_step_account_id_idx" ON "instruction_step"("account_id");

CREATE INDEX "instruction_step_addressee_idx" ON "instruction_step"("addressee");

CREATE UNIQUE INDEX "instruction_step_instruction_id_nth_key" ON "instruction_step"("instruction_id", "nth");

ALTER TABLE "instruction" ADD CONSTRAINT "instruction_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "instruction" ADD CONSTRAINT "instruction_from_division_fkey" FOREIGN KEY ("from_division") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "instruction_step" ADD CONSTRAINT "instruction_step_instruction_id_fkey" FOREIGN KEY ("instruction_id") REFERENCES "instruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "instruction_step" ADD CONSTRAINT "instruction_step_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is not answered yet is asked for by every inbox.
create index instruction_open on instruction (due_on) where status in ('OPEN', 'REPLIED');

alter table instruction add constraint instruction_kind check (kind in ('EXPLAIN', 'CHECK', 'PRAISE', 'OTHER')),
  add constraint instruction_status check (status in ('OPEN', 'REPLIED', 'ACCEPTED', 'NOTED', 'WITHDRAWN')),
  -- Praise asks for no answer, and everything else has its day.
  add constraint instruction_due check ((kind = 'PRAISE') = (due_on is null) and due_on >= given_on),
  add constraint instruction_praise check (case when kind = 'PRAISE' then status in ('OPEN', 'NOTED', 'WITHDRAWN') else status <> 'NOTED' end),
  add constraint instruction_replied check (status not in ('REPLIED', 'ACCEPTED') or replied_on is not null),
  add constraint instruction_says check (kind <> 'OTHER' or words is not null),
  add constraint instruction_addressee check (addressee ~ '^(account:[0-9]+|[A-Z_]+@[0-9]+)$' and (addressee ^@ 'account:') = (to_name is not null)),
  add constraint instruction_figure check (num_nulls(indicator, period, part, whole, light, missing) in (0, 6) and (light is null or light in ('ok', 'watch', 'behind', 'none')));
alter table instruction_step add constraint instruction_step_kind check (kind in ('GIVEN', 'READ', 'REMINDED', 'REPLIED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN', 'HANDED_ON')),
  add constraint instruction_step_words check (kind not in ('REPLIED', 'RETURNED', 'WITHDRAWN') or words is not null),
  add constraint instruction_step_heir check ((kind = 'HANDED_ON') = (addressee is not null));

create function instruction_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare n instruction;
begin
  select * into n from instruction where id = new.instruction_id for update;
  if not found then raise exception 'instruction-gone' using errcode = 'P0001'; end if;
  new.nth := n.steps + 1;
  new.division_id := n.division_id;
  if new.on_day < n.given_on then raise exception 'instruction-day' using errcode = 'P0001'; end if;
  if not coalesce(case new.kind
    when 'GIVEN' then n.steps = 0
    when 'READ' then n.status = 'OPEN' and n.read_at is null
    -- Once in 24 hours, also when two press at the same moment.
    when 'REMINDED' then n.status = 'OPEN' and n.due_on is not null and (n.reminded_at is null or n.reminded_at <= new.created_at - interval '24 hours')
    when 'REPLIED' then n.status = 'OPEN' and n.due_on is not null
    when 'RETURNED' then n.status = 'REPLIED' and new.due_on >= new.on_day
    when 'ACCEPTED' then n.status = 'REPLIED'
    when 'WITHDRAWN' then n.status in ('OPEN', 'REPLIED')
    -- Its addressee has left.
    when 'HANDED_ON' then n.status = 'OPEN' end, false)
  then raise exception 'instruction-move' using errcode = 'P0001'; end if;
  update instruction set steps = new.nth, version = version + 1,
    status = case new.kind when 'READ' then case when n.due_on is null then 'NOTED' else n.status end when 'REPLIED' then 'REPLIED'
      when 'RETURNED' then 'OPEN' when 'ACCEPTED' then 'ACCEPTED' when 'WITHDRAWN' then 'WITHDRAWN' else n.status end,
    -- Whoever answers has read it; whoever gets it from another has not.
    read_at = case new.kind when 'READ' then new.created_at when 'REPLIED' then coalesce(n.read_at, new.created_at) when 'HANDED_ON' then null else n.read_at end,
    reminded_at = case when new.kind = 'REMINDED' then new.created_at else n.reminded_at end,
    replied_on = case new.kind when 'REPLIED' then new.on_day when 'RETURNED' then null else n.replied_on end,
    returned = n.returned + (new.kind = 'RETURNED')::int,
    due_on = case when new.kind = 'RETURNED' then new.due_on else n.due_on end,
    addressee = coalesce(new.addressee, n.addressee),
    to_name = case when new.kind = 'HANDED_ON' then new.to_name else n.to_name end,
    to_unit = coalesce(new.to_unit, n.to_unit), to_role = coalesce(new.to_role, n.to_role)
  where id = n.id;
  return new;
end $$;
create trigger steps before insert on instruction_step for each row execute function instruction_step();

-- It begins open and unread; its first step is that it was given.
create function instruction_begins() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'OPEN' or new.steps <> 0 or new.returned <> 0 or num_nonnulls(new.read_at, new.reminded_at, new.replied_on) > 0
    then raise exception 'instruction-begins' using errcode = 'P0001'; end if;
  return new;
end $$;
create trigger begins before insert on instruction for each row execute function instruction_begins();
create function instruction_given() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into instruction_step (instruction_id, division_id, nth, kind, on_day, words, due_on, account_id, account_name, created_at)
    values (new.id, new.division_id, 0, 'GIVEN', new.given_on, new.words, new.due_on, new.account_id, new.account_name, new.created_at);
  return null;
end $$;
create trigger given after insert on instruction for each row execute function instruction_given();

-- The nodes of today's tree where the asker gives instructions, and those whose instructions are known to him (the auditors read them all).
create function sec.leads() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and g.from_at <= now() and (g.to_at is null or g.to_at > now())
    and g.role in ('PREFECTURE_ADMIN', 'PREFECTURE_VIEWER', 'COUNTY_ADMIN', 'COUNTY_ORG_DEPT', 'TOWNSHIP_ADMIN')
$$;
create function sec.oversees() returns int[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct c.node_id), '{}') from role_grant g join division_closure c on c.ancestor_id = g.division_id and c.to_on is null
  where g.account_id = sec.account_id() and g.from_at <= now() and (g.to_at is null or g.to_at > now())
    and g.role in ('PREFECTURE_ADMIN', 'PREFECTURE_VIEWER', 'COUNTY_ADMIN', 'COUNTY_ORG_DEPT', 'TOWNSHIP_ADMIN', 'AUDITOR')
$$;
-- Given by the asker, or to him by name or in his office.
create function sec.my_instructions() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(id), '{}') from instruction where account_id = sec.account_id() or addressee = any (sec.my_addresses())
$$;
-- Has whoever gave it closed his account? Then the leaders of his unit go on with it. Says yes or no and nothing else.
create function sec.has_left(whose int) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sec.account_id() is not null and not exists (select 1 from account where id = whose and status = 'ACTIVE')
$$;
-- To whom one may give an instruction about a unit: who works there or above it, as far as the asker leads; the nearest first. Never to oneself.
create function sec.instruction_addressees(place int) returns table (addressee text, person uuid, name text, unit text, role text, office text, depth int, people int)
language sql stable security definer set search_path = public, pg_temp as $$
  with held as (
    select g.account_id, g.role, c.ancestor_id as node, c.depth, d.name as place, a.person_id, a.name, p.unit_name,
      array_position(array['PREFECTURE_ADMIN', 'COUNTY_ADMIN', 'COUNTY_ORG_DEPT', 'COUNTY_POVERTY_OFFICE', 'COUNTY_FINANCE', 'DEPARTMENT_USER', 'TOWNSHIP_ADMIN',
        'TOWNSHIP_REVIEWER', 'FIRST_SECRETARY', 'TEAM_MEMBER', 'VILLAGE_CADRE'], g.role) as rank
    from division_closure c join role_grant g on g.division_id = c.ancestor_id join account a on a.id = g.account_id join division d on d.id = c.ancestor_id
    left join person p on p.id = a.person_id
    where c.node_id = place and c.to_on is null and place = any (sec.leads()) and c.ancestor_id = any (sec.leads()) and d.closed_on is null
      and a.status = 'ACTIVE' and a.id <> sec.account_id() and g.delegation_id is null and g.from_at <= now() and (g.to_at is null or g.to_at > now()))
  select addressee, person, name, unit, role, office, depth, people from (
    select 'account:' || account_id as addressee, person_id as person, name, place as unit, role, nullif(unit_name, place) as office, depth, 1 as people, rank, 1 as kind
      from held where rank is not null
    union all
    select role || '@' || node, null, null, place, role, null, depth, count(*)::int, rank, 2 from held
      where role in ('COUNTY_ORG_DEPT', 'COUNTY_POVERTY_OFFICE', 'COUNTY_FINANCE') group by role, node, place, depth, rank) offered
  order by depth, kind, rank, name, addressee limit 120
$$;
revoke all on function instruction_step(), instruction_begins(), instruction_given(), sec.leads(), sec.oversees(), sec.my_instructions(), sec.has_left(int), sec.instruction_addressees(int) from public;
grant execute on function sec.leads(), sec.oversees(), sec.my_instructions(), sec.has_left(int), sec.instruction_addressees(int) to app_rw;

do $$
declare t text;
begin
  foreach t in array array['instruction', 'instruction_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
  end loop;
end $$;
-- Giver, addressee, the leaders of the unit and above, auditors; nobody else.
create policy concerned on instruction for select to app_rw using (account_id = (select sec.account_id()) or addressee in (select unnest(sec.my_addresses()))
  or division_id in (select unnest(sec.oversees())));
create policy giving on instruction for insert to app_rw with check (account_id = (select sec.account_id())
  and division_id in (select unnest(sec.leads())) and from_division in (select unnest(sec.leads())));
create policy concerned on instruction_step for select to app_rw using (division_id in (select unnest(sec.oversees())) or instruction_id in (select unnest(sec.my_instructions())));
create policy acting on instruction_step for insert to app_rw with check (account_id = (select sec.account_id())
  and (division_id in (select unnest(sec.leads())) or instruction_id in (select unnest(sec.my_instructions()))));
