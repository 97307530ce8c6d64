-- The planner takes the index of this rule for "what a household took part in" as well; with the entity in front it read all of it for
-- every household, five seconds for each count of F1.4 at full size. The household in front serves both.
alter table industry_link drop constraint industry_link_once,
  add constraint industry_link_once exclude using gist (household_id with =, entity_id with =, role with =, daterange(from_on, to_on) with &&);
