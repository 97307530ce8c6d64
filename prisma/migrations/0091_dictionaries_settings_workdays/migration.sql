-- Dictionaries, settings of single counties, and the days on which offices rest or work against the week.

-- CreateTable
CREATE TABLE "dictionary_entry" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT,
    "name_en" TEXT,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER,
    "retired_on" DATE,
    "basis" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dictionary_entry_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "unit_setting" (
    "key" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "unit_setting_pkey" PRIMARY KEY ("key","division_id","from_on")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "calendar" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "checked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("calendar","day")
);

-- CreateIndex
CREATE INDEX "unit_setting_division_id_idx" ON "unit_setting"("division_id");

alter table calendar_day add constraint calendar_day_calendar check (calendar in ('NATIONAL', 'LOCAL')),
  add constraint calendar_day_kind check (kind in ('REST', 'WORK')),
  add constraint calendar_day_name check (name <> '');
alter table dictionary_entry add constraint dictionary_entry_code check (list <> '' and code <> '');

-- Everybody reads them; whoever sees the whole prefecture may write, and the program asks for the verb besides.
do $$
declare t text;
begin
  foreach t in array array['dictionary_entry', 'unit_setting', 'calendar_day'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy signed_in on %I for select to app_rw using ((select sec.account_id()) is not null)', t);
    execute format('create policy office on %I to app_rw using ((select sec.sees_all()))', t);
    execute format('create policy jobs_read on %I for select to app_job using (true)', t);
    execute format('grant select, insert, update, delete on %I to app_rw', t);
    execute format('grant select on %I to app_job', t);
  end loop;
end $$;
-- What has not begun yet may be taken back.
grant delete on setting, visit_rule to app_rw;
create policy not_begun on setting as restrictive for delete to app_rw using (from_on > beijing_today());
create policy not_begun on unit_setting as restrictive for delete to app_rw using (from_on > beijing_today());
create policy not_begun on visit_rule as restrictive for delete to app_rw using (from_on > beijing_today());

-- The arrangements of the State Council's office for these years, to be compared with its papers by the office itself.
insert into calendar_day (calendar, day, kind, name) values
  ('NATIONAL', '2024-01-01', 'REST', '元旦'),
  ('NATIONAL', '2024-02-04', 'WORK', '春节'),
  ('NATIONAL', '2024-02-10', 'REST', '春节'),
  ('NATIONAL', '2024-02-11', 'REST', '春节'),
  ('NATIONAL', '2024-02-12', 'REST', '春节'),
  ('NATIONAL', '2024-02-13', 'REST', '春节'),
  ('NATIONAL', '2024-02-14', 'REST', '春节'),
  ('NATIONAL', '2024-02-15', 'REST', '春节'),
  ('NATIONAL', '2024-02-16', 'REST', '春节'),
  ('NATIONAL', '2024-02-17', 'REST', '春节'),
  ('NATIONAL', '2024-02-18', 'WORK', '春节'),
  ('NATIONAL', '2024-04-04', 'REST', '清明节'),
  ('NATIONAL', '2024-04-05', 'REST', '清明节'),
  ('NATIONAL', '2024-04-06', 'REST', '清明节'),
  ('NATIONAL', '2024-04-07', 'WORK', '清明节'),
  ('NATIONAL', '2024-04-28', 'WORK', '劳动节'),
  ('NATIONAL', '2024-05-01', 'REST', '劳动节'),
  ('NATIONAL', '2024-05-02', 'REST', '劳动节'),
  ('NATIONAL', '2024-05-03', 'REST', '劳动节'),
  ('NATIONAL', '2024-05-04', 'REST', '劳动节'),
  ('NATIONAL', '2024-05-05', 'REST', '劳动节'),
  ('NATIONAL', '2024-05-11', 'WORK', '劳动节'),
  ('NATIONAL', '2024-06-10', 'REST', '端午节'),
  ('NATIONAL', '2024-09-14', 'WORK', '中秋节'),
  ('NATIONAL', '2024-09-15', 'REST', '中秋节'),
  ('NATIONAL', '2024-09-16', 'REST', '中秋节'),
  ('NATIONAL', '2024-09-17', 'REST', '中秋节'),
  ('NATIONAL', '2024-09-29', 'WORK', '国庆节'),
  ('NATIONAL', '2024-10-01', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-02', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-03', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-04', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-05', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-06', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-07', 'REST', '国庆节'),
  ('NATIONAL', '2024-10-12', 'WORK', '国庆节'),
  ('NATIONAL', '2025-01-01', 'REST', '元旦'),
  ('NATIONAL', '2025-01-26', 'WORK', '春节'),
  ('NATIONAL', '2025-01-28', 'REST', '春节'),
  ('NATIONAL', '2025-01-29', 'REST', '春节'),
  ('NATIONAL', '2025-01-30', 'REST', '春节'),
  ('NATIONAL', '2025-01-31', 'REST', '春节'),
  ('NATIONAL', '2025-02-01', 'REST', '春节'),
  ('NATIONAL', '2025-02-02', 'REST', '春节'),
  ('NATIONAL', '2025-02-03', 'REST', '春节'),
  ('NATIONAL', '2025-02-04', 'REST', '春节'),
  ('NATIONAL', '2025-02-08', 'WORK', '春节'),
  ('NATIONAL', '2025-04-04', 'REST', '清明节'),
  ('NATIONAL', '2025-04-05', 'REST', '清明节'),
  ('NATIONAL', '2025-04-06', 'REST', '清明节'),
  ('NATIONAL', '2025-04-27', 'WORK', '劳动节'),
  ('NATIONAL', '2025-05-01', 'REST', '劳动节'),
  ('NATIONAL', '2025-05-02', 'REST', '劳动节'),
  ('NATIONAL', '2025-05-03', 'REST', '劳动节'),
  ('NATIONAL', '2025-05-04', 'REST', '劳动节'),
  ('NATIONAL', '2025-05-05', 'REST', '劳动节'),
  ('NATIONAL', '2025-05-31', 'REST', '端午节'),
  ('NATIONAL', '2025-06-01', 'REST', '端午节'),
  ('NATIONAL', '2025-06-02', 'REST', '端午节'),
  ('NATIONAL', '2025-09-28', 'WORK', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-01', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-02', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-03', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-04', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-05', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-06', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-07', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-08', 'REST', '国庆节、中秋节'),
  ('NATIONAL', '2025-10-11', 'WORK', '国庆节、中秋节'),
  ('NATIONAL', '2026-01-01', 'REST', '元旦'),
  ('NATIONAL', '2026-01-02', 'REST', '元旦'),
  ('NATIONAL', '2026-01-03', 'REST', '元旦'),
  ('NATIONAL', '2026-01-04', 'WORK', '元旦'),
  ('NATIONAL', '2026-02-14', 'WORK', '春节'),
  ('NATIONAL', '2026-02-15', 'REST', '春节'),
  ('NATIONAL', '2026-02-16', 'REST', '春节'),
  ('NATIONAL', '2026-02-17', 'REST', '春节'),
  ('NATIONAL', '2026-02-18', 'REST', '春节'),
  ('NATIONAL', '2026-02-19', 'REST', '春节'),
  ('NATIONAL', '2026-02-20', 'REST', '春节'),
  ('NATIONAL', '2026-02-21', 'REST', '春节'),
  ('NATIONAL', '2026-02-22', 'REST', '春节'),
  ('NATIONAL', '2026-02-23', 'REST', '春节'),
  ('NATIONAL', '2026-02-28', 'WORK', '春节'),
  ('NATIONAL', '2026-04-04', 'REST', '清明节'),
  ('NATIONAL', '2026-04-05', 'REST', '清明节'),
  ('NATIONAL', '2026-04-06', 'REST', '清明节'),
  ('NATIONAL', '2026-05-01', 'REST', '劳动节'),
  ('NATIONAL', '2026-05-02', 'REST', '劳动节'),
  ('NATIONAL', '2026-05-03', 'REST', '劳动节'),
  ('NATIONAL', '2026-05-04', 'REST', '劳动节'),
  ('NATIONAL', '2026-05-05', 'REST', '劳动节'),
  ('NATIONAL', '2026-05-09', 'WORK', '劳动节'),
  ('NATIONAL', '2026-06-19', 'REST', '端午节'),
  ('NATIONAL', '2026-06-20', 'REST', '端午节'),
  ('NATIONAL', '2026-06-21', 'REST', '端午节'),
  ('NATIONAL', '2026-09-20', 'WORK', '国庆节'),
  ('NATIONAL', '2026-09-25', 'REST', '中秋节'),
  ('NATIONAL', '2026-09-26', 'REST', '中秋节'),
  ('NATIONAL', '2026-09-27', 'REST', '中秋节'),
  ('NATIONAL', '2026-10-01', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-02', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-03', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-04', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-05', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-06', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-07', 'REST', '国庆节'),
  ('NATIONAL', '2026-10-10', 'WORK', '国庆节');
