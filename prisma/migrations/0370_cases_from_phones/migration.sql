-- What is received at a desk, and papers that come in later, may be written down on a phone too.
alter table sync_op drop constraint sync_op_kind;
alter table sync_op add constraint sync_op_kind check (kind in ('VISIT', 'PHOTO', 'FACT', 'NEED', 'CASE', 'PAPERS'));
