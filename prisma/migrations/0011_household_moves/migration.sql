-- A household that moves takes its history along: who may see a change follows the household's present place.
grant update (division_id) on change to app_rw;
