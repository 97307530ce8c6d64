-- A yearly target may be reached by steps: how much of it is due at the end of each quarter or month, in basis points. What a closed period was
-- held against keeps them as well.
create function sec.steps_rise(steps int[]) returns boolean language sql immutable set search_path = public, pg_temp as $$
  select cardinality(steps) in (4, 12) and array_ndims(steps) = 1 and steps[cardinality(steps)] = 10000
    and not exists (select 1 from unnest(steps) with ordinality s (step, at) where s.step is null or s.step < 0 or s.step < coalesce(steps[s.at::int - 1], 0))
$$;

alter table target add column steps int[], add column set_at timestamptz(3) not null default now(),
  add constraint target_steps check (steps is null or sec.steps_rise(steps));
alter table closed_figure add column steps int[];
