-- After the freeze a member's yearly facts and the incomes of a household are asked for as well, and decided field by field.
alter table registry_request drop constraint registry_request_kind,
  add constraint registry_request_kind check (kind in ('REGISTER', 'SPLIT', 'MERGE', 'DISSOLVE', 'MEMBER_IN', 'MEMBER_OUT', 'HEAD', 'CORRECT', 'CORRECT_MEMBER', 'CORRECT_INCOME'));
