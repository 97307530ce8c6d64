-- Whether rows that a filter or a hand has hidden in the file are taken too; null as long as nobody had to say.
alter table import add column "include_hidden" BOOLEAN;
