-- A quarterly visit is owed when its quarter has ended: a year read in November asks for three quarters, not four.
create or replace function visit_dues(first_on date, last_on date) returns table (helper_kind text, required int, remote_counts boolean)
language sql stable as $$
  select r.helper_kind,
    r.min_count * case r.period
      when 'MONTH' then (select count(*)::int from generate_series(first_on, last_on, interval '1 month') m
                         where not extract(month from m)::int = any (r.exempt_months))
      else (select count(distinct date_trunc('quarter', m))::int from generate_series(first_on, last_on, interval '1 month') m
            where not extract(month from m)::int = any (r.exempt_months)
              and date_trunc('quarter', m) >= first_on and (date_trunc('quarter', m) + interval '3 months')::date - 1 <= last_on)
    end, r.remote_counts
  from visit_rule r where r.from_on <= last_on and (r.to_on is null or r.to_on > last_on)
$$;
