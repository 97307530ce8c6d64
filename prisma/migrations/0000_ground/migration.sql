-- What the tables lean on: ids that sort by time, and the day in Beijing.
create extension if not exists btree_gist;

-- UUID version 7: time first, so that rows born together lie together in the index.
create function new_id() returns uuid language sql volatile parallel safe as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
    from 1 for 6), 52, 1), 53, 1), 'hex')::uuid
$$;

create function beijing_today() returns date language sql stable parallel safe as $$
  select (now() at time zone 'Asia/Shanghai')::date
$$;
