-- The latest pairings of the whole prefecture, a page at a time: until now all of them were read and sorted for fifty.
create index "pairing_from_on_id_idx" on pairing (from_on, id);
