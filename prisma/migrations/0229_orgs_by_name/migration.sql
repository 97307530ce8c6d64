-- The list of organizations filtered by name asks the index of names, instead of reading 20,000 names twice for a page and its total. The
-- names of organizations are known to everybody who is signed in.

create function sec.orgs_named(word text, grams text[], letters text) returns setof int
language sql stable security definer rows 50 set search_path = public, pg_temp as $$
  select e.subject_id::int from search_entry e
  where sec.account_id() is not null and cardinality(grams) > 0 and e.kind = 'party_org' and e.grams @> orgs_named.grams and position(word in e.title) > 0
  union
  select e.subject_id::int from search_entry e
  where sec.account_id() is not null and letters <> '' and e.kind = 'party_org' and lower(e.pinyin) ~>=~ letters and lower(e.pinyin) ~<~ (letters || chr(1114111))
  union
  select e.subject_id::int from search_entry e
  where sec.account_id() is not null and letters <> '' and e.kind = 'party_org' and lower(e.initials) ~>=~ letters and lower(e.initials) ~<~ (letters || chr(1114111))
$$;

revoke all on function sec.orgs_named(text, text[], text) from public;
grant execute on function sec.orgs_named(text, text[], text) to app_rw;
