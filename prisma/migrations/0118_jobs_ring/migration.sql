-- A new job is told of when it is committed, so that an idle worker takes it at once; whoever does not listen still looks every second.
create function wake_workers() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_notify('job', '');
  return null;
end $$;
create trigger wake_insert after insert on job for each statement execute function wake_workers();
