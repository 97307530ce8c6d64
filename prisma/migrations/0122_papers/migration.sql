-- Papers (批准文件、附件): what each is about, with title, number and date; its bytes belong to the file store. A removed one stays
-- as a line of history with who, when and why, and its bytes go.

-- CreateTable
CREATE TABLE "paper" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "file_id" UUID,
    "title" TEXT NOT NULL,
    "document_no" TEXT,
    "dated_on" DATE,
    "uploaded_by" INTEGER NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_by" INTEGER,
    "removed_by_name" TEXT,
    "removed_at" TIMESTAMPTZ(3),
    "removed_why" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "paper_file_id_key" ON "paper"("file_id");

-- CreateIndex
CREATE INDEX "paper_subject_kind_subject_id_idx" ON "paper"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "paper_division_id_idx" ON "paper"("division_id");

-- CreateIndex
CREATE INDEX "paper_uploaded_by_idx" ON "paper"("uploaded_by");

-- CreateIndex
CREATE INDEX "paper_removed_by_idx" ON "paper"("removed_by");

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE SET NULL ON UPDATE CASCADE;

alter table paper add constraint paper_removed check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (removed_why is null)),
  add constraint paper_title check (length(title) between 1 and 120);
alter table stored_file drop constraint stored_file_owner,
  add constraint stored_file_owner check (owner in ('visit', 'tree_event', 'paper'));

-- Where the thing lies that a paper is about; null for what is not there. A later domain adds its kind here and in lib/domains/papers.
create function sec.paper_place(its_kind text, its_id text) returns int language sql stable security definer set search_path = public, pg_temp as $$
  select case its_kind
    when 'partyOrg' then (select division_id from party_org where id = case when its_id ~ '^[0-9]{1,9}$' then its_id::int end)
    when 'division' then (select id from division where id = case when its_id ~ '^[0-9]{1,9}$' then its_id::int end)
    when 'treeChange' then (select case e.tree when 'DIVISION' then e.node_id
        else coalesce((e.detail->>'divisionId')::int, (select o.division_id from party_org o where o.id = e.node_id)) end
      from tree_event e where e.id = case when its_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then its_id::uuid end)
  end
$$;

alter table paper enable row level security;
create policy reach on paper for select to app_rw using ((select sec.sees_all()) or division_id in (select unnest(sec.reach())));
create policy own_new on paper for insert to app_rw with check (uploaded_by = (select sec.account_id()) and removed_at is null
  and division_id = sec.paper_place(subject_kind, subject_id)
  and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
create policy correcting on paper for update to app_rw
  using (removed_at is null and ((select sec.sees_all()) or division_id in (select unnest(sec.reach()))));
grant select, insert on paper to app_rw;
grant update (title, document_no, dated_on, version) on paper to app_rw;
-- The bytes of a paper go with its own removal alone, which says why.
create policy paper_by_function on stored_file as restrictive for delete to app_rw using (owner <> 'paper');

-- Takes a paper away, also one that a colleague put there: the line stays, the row of its bytes goes and the sweeper takes them.
create function sec.remove_paper(which uuid, why text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update paper set removed_at = now(), removed_by = me.id, removed_by_name = me.name, removed_why = why, file_id = null, version = paper.version + 1
    from account me where me.id = sec.account_id() and paper.id = which and removed_at is null and sec.may_touch(paper.division_id);
  if not found then raise exception 'changed-meanwhile' using errcode = 'P0001'; end if;
  delete from stored_file where owner = 'paper' and owner_id = which::text;
end $$;

-- A place that is opened on its day has no number before: what was put to the change lay with the unit above until then.
create function sec.papers_follow() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  update stored_file set division_id = new.node_id where owner = 'paper'
    and owner_id in (select id::text from paper where subject_kind = 'treeChange' and subject_id = new.id::text);
  update paper set division_id = new.node_id where subject_kind = 'treeChange' and subject_id = new.id::text;
  return null;
end $$;
create trigger papers_follow after update of node_id on tree_event for each row
  when (new.tree = 'DIVISION' and new.node_id <> old.node_id) execute function sec.papers_follow();

revoke all on function sec.paper_place(text, text), sec.remove_paper(uuid, text), sec.papers_follow() from public;
grant execute on function sec.paper_place(text, text), sec.remove_paper(uuid, text) to app_rw;
