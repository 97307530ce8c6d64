-- An election or a listing as weak that was entered by mistake is taken back: within thirty days of being entered, while nothing hangs on
-- it yet. A listing is taken back by whoever entered it or by a level above; its measures hold it by their foreign key.
create policy mistaken on party_org_term for delete to app_rw using (
  reelected_on is null and postponed_to is null and created_at > now() - interval '30 days'
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy mistaken on party_org_weak for delete to app_rw using (
  status = 'OPEN' and returned_why is null and carried_from is null and created_at > now() - interval '30 days'
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach())))
  and (account_id = (select sec.account_id()) or sec.is_above(division_id)));
grant delete on party_org_term, party_org_weak to app_rw;
