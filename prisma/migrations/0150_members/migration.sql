-- Party members: one row for each person who is or was one, spells in the rosters of organizations, and what holds of a member for a time.

-- CreateTable
CREATE TABLE "party_member" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT,
    "birth_on" DATE,
    "ethnicity" TEXT,
    "education" TEXT,
    "joined_on" DATE NOT NULL,
    "full_on" DATE,
    "member_group" TEXT NOT NULL,
    "party_post" TEXT,
    "duty" TEXT,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "status_on" DATE,
    "status_why" TEXT,
    "division_id" INTEGER NOT NULL,
    "places" INTEGER[],
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "party_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_membership" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "member_id" UUID NOT NULL,
    "org_id" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "how" TEXT NOT NULL,
    "came_from" TEXT,
    "ended" TEXT,
    "to_org_id" INTEGER,
    "went_to" TEXT,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "party_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_member_flag" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "member_id" UUID NOT NULL,
    "flag" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "where_to" TEXT,
    "division_id" INTEGER NOT NULL DEFAULT 0,
    "places" INTEGER[],
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "party_member_flag_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "party_member_person_id_key" ON "party_member"("person_id");

-- CreateIndex
CREATE INDEX "party_member_division_id_id_idx" ON "party_member"("division_id", "id");

-- CreateIndex
CREATE INDEX "party_member_account_id_idx" ON "party_member"("account_id");

-- CreateIndex
CREATE INDEX "party_membership_member_id_from_on_idx" ON "party_membership"("member_id", "from_on");

-- CreateIndex
CREATE INDEX "party_membership_org_id_from_on_idx" ON "party_membership"("org_id", "from_on");

-- CreateIndex
CREATE INDEX "party_membership_to_org_id_idx" ON "party_membership"("to_org_id");

-- CreateIndex
CREATE INDEX "party_membership_division_id_from_on_idx" ON "party_membership"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "party_membership_account_id_idx" ON "party_membership"("account_id");

-- CreateIndex
CREATE INDEX "party_member_flag_member_id_flag_from_on_idx" ON "party_member_flag"("member_id", "flag", "from_on");

-- CreateIndex
CREATE INDEX "party_member_flag_division_id_idx" ON "party_member_flag"("division_id");

-- CreateIndex
CREATE INDEX "party_member_flag_account_id_idx" ON "party_member_flag"("account_id");

-- AddForeignKey
ALTER TABLE "party_member" ADD CONSTRAINT "party_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_member" ADD CONSTRAINT "party_member_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_membership" ADD CONSTRAINT "party_membership_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "party_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_membership" ADD CONSTRAINT "party_membership_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_membership" ADD CONSTRAINT "party_membership_to_org_id_fkey" FOREIGN KEY ("to_org_id") REFERENCES "party_org"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_membership" ADD CONSTRAINT "party_membership_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_member_flag" ADD CONSTRAINT "party_member_flag_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "party_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_member_flag" ADD CONSTRAINT "party_member_flag_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table party_member add constraint party_member_name check (length(name) between 1 and 60),
  add constraint party_member_sex check (sex in ('M', 'F')),
  add constraint party_member_kind check (full_on is null or full_on >= joined_on),
  add constraint party_member_status check (status in ('ACTIVE', 'OUT', 'DIED', 'EXPELLED') and (status = 'ACTIVE') = (status_on is null)
    and (status_on is null or status_on >= joined_on));
alter table party_membership add constraint party_membership_how check (how in ('ADMITTED', 'FOUND', 'TRANSFERRED', 'CAME')),
  add constraint party_membership_ended check (ended in ('TRANSFERRED', 'OUT', 'DIED', 'EXPELLED') and (ended is null) = (to_on is null)
    and (to_org_id is not null) = coalesce(ended = 'TRANSFERRED', false)),
  add constraint party_membership_days check (to_on >= from_on),
  add constraint party_membership_one_at_a_time exclude using gist (member_id with =, daterange(from_on, to_on) with &&);
alter table party_member_flag add constraint party_member_flag_flag check (flag in ('NO_POST', 'MOBILE', 'DISABLED', 'FRAIL', 'PROSPERITY_LEADER')),
  add constraint party_member_flag_days check (to_on >= from_on),
  add constraint party_member_flag_where check (where_to is null or flag = 'MOBILE'),
  add constraint party_member_flag_once exclude using gist (member_id with =, flag with =, daterange(from_on, to_on) with &&);

-- Written where the member stands now, read wherever he stood: so that an old roster stays true.
alter table party_member enable row level security;
alter table party_membership enable row level security;
alter table party_member_flag enable row level security;
do $$
declare t text;
begin
  foreach t in array array['party_member', 'party_member_flag'] loop
    execute format('create policy wherever_he_stood on %I for select to app_rw using ((select sec.sees_all()) or places && (select sec.reach()))', t);
    execute format('create policy where_he_stands_new on %I for insert to app_rw with check ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
    execute format('create policy where_he_stands on %I for update to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))', t);
  end loop;
  create policy reach on party_membership to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
  foreach t in array array['party_member', 'party_membership', 'party_member_flag'] loop
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select on %I to app_job', t);
    execute format('grant select, insert on %I to app_rw', t);
    execute format('create trigger trace_insert after insert on %I referencing new table as new_rows for each statement execute function trace_import(''id'')', t);
    execute format('create trigger trace_update after update on %I referencing new table as new_rows old table as old_rows for each statement execute function trace_import(''id'')', t);
  end loop;
end $$;
grant update (name, sex, birth_on, ethnicity, education, joined_on, full_on, member_group, party_post, duty, status, status_on, status_why, division_id, version) on party_member to app_rw;
grant update (to_on, ended, to_org_id, went_to) on party_membership to app_rw;
grant update (from_on, to_on, where_to) on party_member_flag to app_rw;

-- A roster's row bears the name and the facts that the person's own row bears, whoever mends them.
create function sec.member_facts_follow() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update party_member set name = new.name, sex = new.sex, birth_on = new.birth_on, ethnicity = new.ethnicity where person_id = new.id;
  return null;
end $$;
create trigger member_facts_follow after update of name, sex, birth_on, ethnicity on person for each row
  when ((old.name, old.sex, old.birth_on, old.ethnicity) is distinct from (new.name, new.sex, new.birth_on, new.ethnicity)) execute function sec.member_facts_follow();

-- Where a member stood: his own place first, then those of all his organizations; what holds of him is seen where he is seen.
create function sec.member_places() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'party_membership' then
    update party_member m set places = (select array_agg(distinct d) from unnest(m.places || new.division_id) d)
      where m.id = new.member_id and not m.places @> array[new.division_id];
    return null;
  elsif tg_table_name = 'party_member' and tg_op = 'INSERT' then
    new.places := array[new.division_id];
    return new;
  elsif tg_table_name = 'party_member' then
    update party_member_flag set division_id = new.division_id, places = new.places where member_id = new.id;
    return null;
  end if;
  select m.division_id, m.places into new.division_id, new.places from party_member m where m.id = new.member_id;
  return new;
end $$;
create trigger member_places before insert on party_member for each row execute function sec.member_places();
create trigger member_places_told after update of division_id, places on party_member for each row
  when (old.division_id <> new.division_id or old.places <> new.places) execute function sec.member_places();
create trigger member_places after insert on party_membership for each row execute function sec.member_places();
create trigger member_places before insert on party_member_flag for each row execute function sec.member_places();

-- Whoever is on the rolls stands in one roster, and nobody else in any: judged when the deed is whole.
create function sec.member_whole() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare who uuid := case tg_table_name when 'party_member' then new.id else (to_jsonb(new)->>'member_id')::uuid end; bad boolean;
begin
  select (m.status = 'ACTIVE') <> exists (select 1 from party_membership s where s.member_id = m.id and s.to_on is null) into bad from party_member m where m.id = who;
  if bad then raise exception 'member-not-whole' using errcode = 'P0001'; end if;
  return null;
end $$;
create constraint trigger member_whole after insert or update of status on party_member deferrable initially deferred for each row execute function sec.member_whole();
create constraint trigger member_whole after insert or update of to_on on party_membership deferrable initially deferred for each row execute function sec.member_whole();

-- From one organization to another, also beyond one's own reach: whoever sends must reach where the member stands, whoever receives need not be asked.
create function sec.transfer_member(member uuid, to_org int, on_day date) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare m party_member; s party_membership; o party_org;
begin
  if sec.account_id() is null or on_day is null then raise exception 'out-of-reach' using errcode = '42501'; end if;
  select * into m from party_member where id = member for update;
  if not found or not (sec.sees_all() or m.division_id = any (sec.reach())) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  select * into s from party_membership where member_id = member and to_on is null for update;
  select * into o from party_org where id = to_org and closed_on is null and opened_on <= on_day;
  if s.id is null or o.id is null or o.id = s.org_id or on_day <= s.from_on then raise exception 'not-due' using errcode = 'P0001'; end if;
  update party_membership set to_on = on_day, ended = 'TRANSFERRED', to_org_id = o.id where id = s.id;
  insert into party_membership (member_id, org_id, division_id, from_on, how, account_id) values (member, o.id, o.division_id, on_day, 'TRANSFERRED', sec.account_id());
  update party_member set division_id = o.division_id, version = version + 1 where id = member;
  -- Whom the roster alone keeps goes along with it; a family's member, a helper with an account or with households stays where he is kept.
  update person p set division_id = o.division_id, version = p.version + 1 where p.id = m.person_id and p.household_id is null and p.division_id = s.division_id
    and not exists (select 1 from account a where a.person_id = p.id) and not exists (select 1 from pairing g where g.helper_id = p.id);
  update search_entry e set division_id = o.division_id from person p where p.id = m.person_id and p.household_id is null and p.division_id = o.division_id
    and e.kind = 'person' and e.subject_id = p.id::text;
end $$;

-- An organization that is closed hands its roster to the one that it is closed into, from the same day; reopened, it has it back.
create function sec.roster_follows() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare into_org party_org; s party_membership; back party_membership;
begin
  if new.closed_on is not null then
    select o.* into into_org from tree_event e join party_org o on o.id = e.target_id
      where e.tree = 'PARTY_ORG' and e.node_id = new.id and e.kind in ('CLOSE', 'MERGE') and e.status <> 'CANCELLED' order by e.effective_on desc, e.created_at desc limit 1;
    if into_org.id is null then return null; end if;
    for s in select * from party_membership where org_id = new.id and to_on is null for update loop
      update party_membership set to_on = greatest(s.from_on, new.closed_on), ended = 'TRANSFERRED', to_org_id = into_org.id where id = s.id;
      insert into party_membership (member_id, org_id, division_id, from_on, how) values (s.member_id, into_org.id, into_org.division_id, greatest(s.from_on, new.closed_on), 'TRANSFERRED');
      update party_member set division_id = into_org.division_id, version = version + 1 where id = s.member_id;
    end loop;
    return null;
  end if;
  for s in select * from party_membership where org_id = new.id and ended = 'TRANSFERRED' and to_on = greatest(from_on, old.closed_on) for update loop
    delete from party_membership where member_id = s.member_id and org_id = s.to_org_id and from_on = s.to_on and to_on is null and how = 'TRANSFERRED' returning * into back;
    continue when back.id is null;
    update party_membership set to_on = null, ended = null, to_org_id = null where id = s.id;
    update party_member set division_id = s.division_id, version = version + 1 where id = s.member_id;
  end loop;
  return null;
end $$;
revoke all on function sec.roster_follows() from public;
create trigger roster_follows after update of closed_on on party_org for each row when (old.closed_on is distinct from new.closed_on) execute function sec.roster_follows();

-- How many stand in the roster of an organization on a day: for every organization that ever had one, and for no other. The Party line
-- is known to everybody signed in, and so are its numbers; names are not.
create function sec.org_rosters(orgs int[], on_day date) returns table (org_id int, members int, full_members int)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.org_id, count(*) filter (where s.from_on <= on_day and (s.to_on is null or s.to_on > on_day))::int,
    count(*) filter (where s.from_on <= on_day and (s.to_on is null or s.to_on > on_day) and m.full_on <= on_day)::int
  from party_membership s join party_member m on m.id = s.member_id where s.org_id = any (orgs) and sec.account_id() is not null group by s.org_id
$$;
-- Is this person in some roster, though perhaps out of reach: yes or no.
create function sec.is_party_member(who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select sec.account_id() is not null and exists (select 1 from party_member where person_id = who)
$$;

revoke all on function sec.member_facts_follow(), sec.member_places(), sec.member_whole(), sec.transfer_member(uuid, int, date), sec.org_rosters(int[], date), sec.is_party_member(uuid) from public;
grant execute on function sec.transfer_member(uuid, int, date), sec.org_rosters(int[], date), sec.is_party_member(uuid) to app_rw;
