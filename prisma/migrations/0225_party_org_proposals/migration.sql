-- A change of the Party line is proposed and decided like one of the divisions: the proposal says of which tree it is, and which place
-- it belongs to: the division itself, or the seat of the organization (of one to be founded, its future seat).

drop policy within on tree_proposal;
drop policy proposing on tree_proposal;
drop policy deciding on tree_proposal;
alter table tree_proposal drop constraint tree_proposal_node_id_fkey;
drop index tree_proposal_node_id_idx;
alter table tree_proposal add column tree text not null default 'DIVISION', add column division_id integer;
update tree_proposal set division_id = node_id;
alter table tree_proposal alter column division_id set not null,
  add constraint tree_proposal_division_id_fkey foreign key (division_id) references division(id) on delete restrict on update cascade,
  add constraint tree_proposal_tree check (tree in ('DIVISION', 'PARTY_ORG') and (tree <> 'DIVISION' or division_id = node_id));
create index tree_proposal_division_id_idx on tree_proposal(division_id);
create index tree_proposal_tree_node_id_idx on tree_proposal(tree, node_id);
create policy within on tree_proposal for select to app_rw using (account_id = (select sec.account_id()) or (select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy proposing on tree_proposal for insert to app_rw with check (account_id = (select sec.account_id()) and sec.may_touch(division_id));
create policy deciding on tree_proposal for update to app_rw using (account_id = (select sec.account_id()) or (select sec.sees_all()) or division_id in (select unnest(sec.reach())));
