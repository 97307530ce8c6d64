-- What an entity reported of a year can be taken back whole, at its seat.
create policy at_seat_gone on industry_year for delete to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
grant delete on industry_year to app_rw;
