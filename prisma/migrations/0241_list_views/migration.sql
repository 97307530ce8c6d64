-- How somebody looks at a list: views of one's own, one of which the list opens with, and the columns that one wants to see.

-- CreateTable
CREATE TABLE "list_view" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "account_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "opens" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "list_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_columns" (
    "account_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "columns" TEXT[],

    CONSTRAINT "list_columns_pkey" PRIMARY KEY ("account_id","list")
);

-- CreateIndex
CREATE UNIQUE INDEX "list_view_account_id_list_name_key" ON "list_view"("account_id", "list", "name");
create unique index list_view_opens on list_view (account_id, list) where opens;

alter table list_view add constraint list_view_list check (list in ('households')),
  add constraint list_view_name check (length(name) between 1 and 20),
  add constraint list_view_query check (length(query) <= 500);
alter table list_columns add constraint list_columns_list check (list in ('households')),
  add constraint list_columns_some check (cardinality(columns) between 1 and 40);

alter table list_view enable row level security;
alter table list_columns enable row level security;
create policy own on list_view to app_rw using (account_id = (select sec.account_id()));
create policy own on list_columns to app_rw using (account_id = (select sec.account_id()));
grant select, insert, delete on list_view to app_rw;
grant update (name, query, opens, version) on list_view to app_rw;
grant select, insert on list_columns to app_rw;
grant update (columns) on list_columns to app_rw;
