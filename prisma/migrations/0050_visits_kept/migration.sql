-- The register of visits counts the last ninety days unless asked otherwise: the day belongs into the index that counts.
drop index visit_kept;
create index visit_kept on visit (division_id, visited_on, household_id) where status <> 'WITHDRAWN';
