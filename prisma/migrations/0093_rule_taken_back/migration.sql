-- A visit rule taken back before its day leaves marks like any other change of rules.
create trigger mark_delete after delete on visit_rule referencing old table as new_rows for each statement execute function mark_rules();
