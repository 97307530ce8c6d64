-- The days laid for 2024 to 2026 have been compared with the notices of the State Council's office (国办发明电〔2023〕7号, 〔2024〕12号, and
-- that of 2025-11-04, as the press printed them whole): a year that still stands exactly as its notice says is marked as checked.
with notice(from_on, to_on, kind) as (values
    ('2024-01-01'::date, '2024-01-01'::date, 'REST'), ('2024-02-10', '2024-02-17', 'REST'), ('2024-04-04', '2024-04-06', 'REST'),
    ('2024-05-01', '2024-05-05', 'REST'), ('2024-06-10', '2024-06-10', 'REST'), ('2024-09-15', '2024-09-17', 'REST'), ('2024-10-01', '2024-10-07', 'REST'),
    ('2024-02-04', '2024-02-04', 'WORK'), ('2024-02-18', '2024-02-18', 'WORK'), ('2024-04-07', '2024-04-07', 'WORK'), ('2024-04-28', '2024-04-28', 'WORK'),
    ('2024-05-11', '2024-05-11', 'WORK'), ('2024-09-14', '2024-09-14', 'WORK'), ('2024-09-29', '2024-09-29', 'WORK'), ('2024-10-12', '2024-10-12', 'WORK'),
    ('2025-01-01', '2025-01-01', 'REST'), ('2025-01-28', '2025-02-04', 'REST'), ('2025-04-04', '2025-04-06', 'REST'),
    ('2025-05-01', '2025-05-05', 'REST'), ('2025-05-31', '2025-06-02', 'REST'), ('2025-10-01', '2025-10-08', 'REST'),
    ('2025-01-26', '2025-01-26', 'WORK'), ('2025-02-08', '2025-02-08', 'WORK'), ('2025-04-27', '2025-04-27', 'WORK'),
    ('2025-09-28', '2025-09-28', 'WORK'), ('2025-10-11', '2025-10-11', 'WORK'),
    ('2026-01-01', '2026-01-03', 'REST'), ('2026-02-15', '2026-02-23', 'REST'), ('2026-04-04', '2026-04-06', 'REST'),
    ('2026-05-01', '2026-05-05', 'REST'), ('2026-06-19', '2026-06-21', 'REST'), ('2026-09-25', '2026-09-27', 'REST'), ('2026-10-01', '2026-10-07', 'REST'),
    ('2026-01-04', '2026-01-04', 'WORK'), ('2026-02-14', '2026-02-14', 'WORK'), ('2026-02-28', '2026-02-28', 'WORK'), ('2026-05-09', '2026-05-09', 'WORK'),
    ('2026-09-20', '2026-09-20', 'WORK'), ('2026-10-10', '2026-10-10', 'WORK')),
  said as (select d::date as day, kind from notice, generate_series(from_on::timestamp, to_on::timestamp, interval '1 day') d),
  differs as (
    select extract(year from coalesce(s.day, c.day))::int as year from said s
    full join (select day, kind from calendar_day where calendar = 'NATIONAL' and day between '2024-01-01' and '2026-12-31') c
      on c.day = s.day and c.kind = s.kind
    where s.day is null or c.day is null)
update calendar_day set checked = true
where calendar = 'NATIONAL' and day between '2024-01-01' and '2026-12-31' and extract(year from day)::int not in (select year from differs);
