-- A fact of a family that was changed on a phone: a sending of a kind of its own, and in the history the moment at which it was written down.
alter table sync_op drop constraint sync_op_kind;
alter table sync_op add constraint sync_op_kind check (kind in ('VISIT', 'PHOTO', 'FACT'));

alter table "change" add column "written_at" timestamptz(3);
