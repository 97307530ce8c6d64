-- A check of who lives at a settlement that was entered by mistake is withdrawn with its reason; both stay, and only what stands is counted.
alter table relocation_check add column withdrawn_by text, add column withdrawn_why text;
alter table relocation_check add constraint relocation_check_withdrawn
  check ((withdrawn_by is null) = (withdrawn_why is null) and (withdrawn_at is not null or withdrawn_by is null));
grant update (withdrawn_by, withdrawn_why) on relocation_check to app_rw;
