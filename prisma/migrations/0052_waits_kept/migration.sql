-- A leaf's roll-up keeps since when its longest missing case waits, and how many never had what is missing: both add up over leaves
-- (the least day, the sum), so that a board tells its longest waits without reading the cases of whole counties.
alter table rollup_leaf add column "waiting_since" date, add column "never" bigint not null default 0;
