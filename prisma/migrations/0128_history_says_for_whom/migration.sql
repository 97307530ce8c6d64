-- What a transaction writes on behalf of somebody on leave says so in each line of the history, also where a function writes it: an import
-- and its taking back name the person once (a command names it with each line).
alter table "change" alter column on_behalf_of set default nullif(current_setting('app.on_behalf_of', true), '');
