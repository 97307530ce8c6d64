-- Needs that lie with somebody who leaves go to the next by name, or back to the people of their level, as a step of their own.
alter table need_deed drop constraint need_deed_kind,
  add constraint need_deed_kind check (kind in ('RAISED', 'ASSIGNED', 'ESCALATED', 'HANDED_DOWN', 'RETURNED', 'PAUSED', 'RESUMED', 'RESULT', 'VERDICT', 'WITHDRAWN', 'HANDED_ON'));

-- As in 0280, with the one step more.
create or replace function need_step() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare n need; busy boolean; ends boolean;
begin
  select * into n from need where id = new.need_id for update;
  if not found then raise exception 'need-gone' using errcode = 'P0001'; end if;
  busy := n.status in ('OPEN', 'HANDLING');
  new.nth := n.steps + 1;
  new.division_id := n.division_id;
  new.household_id := n.household_id;
  if new.on_day < n.raised_on then raise exception 'need-day' using errcode = 'P0001'; end if;
  if not coalesce(case new.kind
    when 'RAISED' then n.steps = 0
    when 'ASSIGNED' then busy and (new.to_account is not null or new.to_unit is not null)
      and (new.level = n.level or (new.level in ('COUNTY', 'DEPARTMENT') and n.level in ('COUNTY', 'DEPARTMENT')))
    when 'ESCALATED' then busy and n.level in ('VILLAGE', 'TOWNSHIP')
    when 'HANDED_DOWN' then busy and n.level <> 'VILLAGE'
    when 'RETURNED' then n.status = 'HANDLING'
    -- Whoever handled it has left: to the next by name, or back to the people of its level.
    when 'HANDED_ON' then n.status = 'HANDLING'
    when 'PAUSED' then busy and n.paused_on is null
    when 'RESUMED' then busy and new.on_day >= n.paused_on and new.due_on is not null
    when 'RESULT' then busy and n.paused_on is null
    -- Nobody says in the household's name that his own work was good.
    when 'VERDICT' then n.status = 'DONE' and new.on_day >= n.done_on and (new.verdict <> 'DISSATISFIED' or new.due_on is not null)
      and (new.account_id is distinct from n.done_by or new.import_id is not null or new.account_id is null)
    when 'WITHDRAWN' then busy end, false)
  then raise exception 'need-move' using errcode = 'P0001'; end if;
  new.level := case new.kind when 'ASSIGNED' then new.level
    when 'ESCALATED' then case n.level when 'VILLAGE' then 'TOWNSHIP' else 'COUNTY' end
    when 'HANDED_DOWN' then case n.level when 'DEPARTMENT' then 'COUNTY' when 'COUNTY' then 'TOWNSHIP' else 'VILLAGE' end
    when 'RETURNED' then case n.level when 'DEPARTMENT' then 'COUNTY' else n.level end
    when 'HANDED_ON' then case when n.level = 'DEPARTMENT' and new.to_account is null then 'COUNTY' else n.level end
    when 'VERDICT' then case when new.verdict = 'DISSATISFIED' and n.level = 'DEPARTMENT' then 'COUNTY' else n.level end
    else n.level end;
  new.status := case new.kind when 'ASSIGNED' then 'HANDLING' when 'RESULT' then 'DONE' when 'WITHDRAWN' then 'WITHDRAWN'
    when 'VERDICT' then case new.verdict when 'DISSATISFIED' then 'OPEN' else 'CLOSED' end
    when 'RAISED' then 'OPEN' when 'ESCALATED' then 'OPEN' when 'HANDED_DOWN' then 'OPEN' when 'RETURNED' then 'OPEN'
    when 'HANDED_ON' then case when new.to_account is null then 'OPEN' else n.status end else n.status end;
  ends := new.status = 'OPEN' and new.kind not in ('PAUSED', 'RESUMED');
  update need set status = new.status, level = new.level, steps = new.nth, version = version + 1,
    handler_account = case when new.kind in ('ASSIGNED', 'HANDED_ON') then new.to_account when not ends then handler_account end,
    handler_unit = case when new.kind in ('ASSIGNED', 'HANDED_ON') then new.to_unit when not ends then handler_unit end,
    handler_name = case when new.kind in ('ASSIGNED', 'HANDED_ON') then new.to_name when not ends then handler_name end,
    asked_on = case when new.kind in ('ASSIGNED', 'HANDED_ON') then new.asked_on when not ends then asked_on end,
    paused_on = case new.kind when 'PAUSED' then new.on_day when 'RESUMED' then null when 'WITHDRAWN' then null else paused_on end,
    first_due_on = case when new.kind = 'RESUMED' and reopened = 0 then new.due_on else first_due_on end,
    due_on = coalesce(new.due_on, due_on),
    result = case when new.kind = 'RESULT' then new.words when new.verdict = 'DISSATISFIED' then null else result end,
    done_on = case when new.kind = 'RESULT' then new.on_day when new.verdict = 'DISSATISFIED' then null else done_on end,
    done_by = case when new.kind = 'RESULT' then new.account_id when new.verdict = 'DISSATISFIED' then null else done_by end,
    verdict = coalesce(new.verdict, verdict),
    closed_on = case when new.status = 'CLOSED' then new.on_day end,
    reopened = reopened + (new.verdict is not distinct from 'DISSATISFIED')::int
  where id = n.id;
  return new;
end $$;

-- As in 0111, with needs.
create or replace function sec.held_by(whose int) returns table (kind text, id text, name text, division_id int, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as materialized (select sec.looks_after(whose) as may, sec.sees_all() as every_name, sec.reach() as names)
  select 'import', i.id::text, case when every_name or i.division_id = any (names) then i.file_name end, i.division_id, i.status from import i, asked
    where may and i.account_id = whose and (i.status in ('UPLOADED', 'READ', 'CHECKING', 'CHECKED', 'PUBLISHING', 'TAKING_BACK')
      or (i.status = 'DONE' and i.published_at > now() - interval '30 days'))
  union all
  select 'export', e.id::text, null, e.division_id, e.status from export e, asked
    where may and e.account_id = whose and (e.status = 'ASKED' or (e.status = 'APPROVED' and e.expires_at > now()))
  union all
  select 'treeChange', t.id::text, coalesce(d.name, o.name), coalesce(d.id, o.division_id), t.tree from asked, tree_event t
    left join division d on t.tree = 'DIVISION' and d.id = t.node_id left join party_org o on t.tree = 'PARTY_ORG' and o.id = t.node_id
    where may and t.account_id = whose and t.status = 'SCHEDULED'
  union all
  select 'visit', v.id::text, case when every_name or v.division_id = any (names) then h.head_name end, v.division_id, v.status
    from asked, visit v join household h on h.id = v.household_id
    where may and v.status = 'RETURNED' and coalesce(v.waits_for, v.recorded_by) = whose
  union all
  select 'need', n.id::text, case when every_name or n.division_id = any (names) then n.about end, n.division_id, n.level
    from asked, need n where may and n.status = 'HANDLING' and n.handler_account = whose
  union all
  select 'pairingBeyond', a.id::text, a.name, a.id, count(*)::text from asked, account w
    join pairing p on p.helper_id = w.person_id and (p.to_on is null or (p.to_on > beijing_today() and p.to_on > p.from_on))
    join division_closure c on c.node_id = p.division_id and c.to_on is null
    join division a on a.id = c.ancestor_id and a.level = 'COUNTY'
    where may and w.id = whose and not sec.sees_all() and not (p.division_id = any (sec.reach())) group by a.id, a.name
$$;

-- To an heir who may be named at its seat, or to nobody; what is asked for by a day stays asked for.
create function sec.hand_need(which uuid, whose int, heir int) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare n need; to_name text; to_unit text;
begin
  if not sec.looks_after(whose) or whose = sec.account_id() or (heir is not null and not sec.may_inherit(heir)) then raise exception 'out-of-reach' using errcode = '42501'; end if;
  select * into n from need where id = which and status = 'HANDLING' and handler_account = whose for update;
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
  select a.name, coalesce(nullif(p.unit_name, ''), d.name) into to_name, to_unit
    from account a join division d on d.id = a.division_id left join person p on p.id = a.person_id where a.id = heir;
  insert into need_deed (need_id, division_id, household_id, nth, kind, on_day, level, status, to_account, to_unit, to_name, asked_on, account_id, account_name)
    select n.id, n.division_id, n.household_id, 0, 'HANDED_ON', beijing_today(), n.level, n.status, heir, to_unit, to_name, case when heir is not null then n.asked_on end,
      me.id, me.name from account me where me.id = sec.account_id();
end $$;
revoke all on function sec.hand_need(uuid, int, int) from public;
grant execute on function sec.hand_need(uuid, int, int) to app_rw;

-- Words of a need are found by pairs of characters. Asked as the owner, since a policy would have every need read first; reach is kept here.
create function need_grams(words text) returns text[] language sql immutable parallel safe set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct g), '{}') from (
    select substr(words, i, k) as g from generate_series(1, length(words)) i cross join generate_series(1, 2) k where i + k - 1 <= length(words)) s
$$;
create index need_words on need using gin (need_grams(about || ' ' || coalesce(words, '')));
create function sec.needs_like(asked text) returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(n.id), '{}') from need n
  where length(asked) between 1 and 100 and need_grams(n.about || ' ' || coalesce(n.words, '')) @> need_grams(asked)
    and position(asked in n.about || ' ' || coalesce(n.words, '')) > 0
    and (sec.sees_all() or n.division_id = any (sec.reach()) or n.household_id = any (sec.my_households()) or n.handler_account = sec.account_id())
$$;
revoke all on function sec.needs_like(text) from public;
grant execute on function sec.needs_like(text) to app_rw;
grant execute on function need_grams(text) to app_rw, app_job;
