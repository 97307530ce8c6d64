-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "account" (
    "id" SERIAL NOT NULL,
    "person_id" UUID,
    "username" TEXT NOT NULL,
    "password_hash" TEXT,
    "name" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "text_size" TEXT NOT NULL DEFAULT '100',
    "density" TEXT NOT NULL DEFAULT 'standard',
    "color_safe" BOOLEAN NOT NULL DEFAULT false,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "code" TEXT NOT NULL,
    "reads_registry" BOOLEAN NOT NULL,
    "reads_audit" BOOLEAN NOT NULL DEFAULT false,
    "manages_accounts" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "role_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "party_org_id" INTEGER,
    "from_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "to_at" TIMESTAMPTZ(3),
    "granted_by" INTEGER,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "digest" BYTEA NOT NULL,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'WEB',
    "device" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "digest" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "account_id" INTEGER,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "bucket" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "division" (
    "id" SERIAL NOT NULL,
    "code" TEXT,
    "name" TEXT NOT NULL,
    "name_bo" TEXT,
    "level" TEXT NOT NULL,
    "parent_id" INTEGER,
    "successor_id" INTEGER,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "division_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "division_closure" (
    "ancestor_id" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "division_closure_pkey" PRIMARY KEY ("ancestor_id","node_id","from_on")
);

-- CreateTable
CREATE TABLE "tree_event" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "tree" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "node_id" INTEGER NOT NULL,
    "target_id" INTEGER,
    "effective_on" DATE NOT NULL,
    "document_no" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "status" TEXT NOT NULL DEFAULT 'SCHEDULED',
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "tree_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registry_year" (
    "year" INTEGER NOT NULL,
    "status" TEXT NOT NULL,

    CONSTRAINT "registry_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_no" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "group_name" TEXT,
    "head_name" TEXT NOT NULL,
    "head_person_id" UUID,
    "status" TEXT NOT NULL,
    "attribute" TEXT,
    "main_cause" TEXT,
    "member_count" INTEGER NOT NULL DEFAULT 0,
    "income_per_head_fen" BIGINT,
    "phone" TEXT,
    "last_visit_on" DATE,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_year" (
    "household_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "head_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "attribute" TEXT,
    "standard" TEXT,
    "main_cause" TEXT,
    "other_causes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "exit_year" INTEGER,
    "member_count" INTEGER NOT NULL DEFAULT 0,
    "income_per_head_fen" BIGINT,
    "relocated" BOOLEAN,
    "housing_grade" TEXT,
    "water_safe" BOOLEAN,
    "address" TEXT,
    "phone" TEXT,
    "remark" TEXT,
    "import_id" UUID,

    CONSTRAINT "household_year_pkey" PRIMARY KEY ("household_id","year")
);

-- CreateTable
CREATE TABLE "household_spell" (
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "household_spell_pkey" PRIMARY KEY ("household_id","from_on")
);

-- CreateTable
CREATE TABLE "membership_year" (
    "person_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "member_no" TEXT,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "education" TEXT,
    "school_status" TEXT,
    "dropout_reason" TEXT,
    "health" TEXT,
    "labor" TEXT,
    "work_months" INTEGER,
    "work_place" TEXT,
    "employer" TEXT,
    "employment_channel" TEXT,
    "industry_kind" TEXT,
    "worked_abroad" BOOLEAN,
    "public_post" TEXT,
    "public_post_months" INTEGER,
    "speaks_mandarin" BOOLEAN,
    "low_allowance" BOOLEAN,
    "destitute_support" TEXT,
    "resident_medical" BOOLEAN,
    "employee_medical" BOOLEAN,
    "resident_pension" BOOLEAN,
    "employee_pension" BOOLEAN,
    "serious_illness" BOOLEAN,
    "commercial_medical" BOOLEAN,
    "medical_aid" BOOLEAN,
    "other_health_aid" BOOLEAN,
    "disability_kind" TEXT,
    "disability_card_year" INTEGER,
    "phone" TEXT,
    "import_id" UUID,

    CONSTRAINT "membership_year_pkey" PRIMARY KEY ("person_id","year")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "sheet" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "file_name" TEXT NOT NULL,
    "stored_as" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'UPLOADED',
    "sheet_name" TEXT,
    "header_row" INTEGER,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "preview" JSONB NOT NULL DEFAULT '{}',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "subject_id" UUID,
    "division_id" INTEGER,
    "picked" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","row_no")
);

-- CreateTable
CREATE TABLE "rollup" (
    "indicator" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "numerator" BIGINT NOT NULL,
    "denominator" BIGINT NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "rollup_pkey" PRIMARY KEY ("indicator","division_id","period")
);

-- CreateTable
CREATE TABLE "rollup_leaf" (
    "indicator" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "numerator" BIGINT NOT NULL,
    "denominator" BIGINT NOT NULL,
    "as_of" DATE NOT NULL,

    CONSTRAINT "rollup_leaf_pkey" PRIMARY KEY ("indicator","period","division_id")
);

-- CreateTable
CREATE TABLE "rollup_mark" (
    "id" BIGSERIAL NOT NULL,
    "fact" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "rollup_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "indicator" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "value" BIGINT NOT NULL,
    "account_id" INTEGER,

    CONSTRAINT "target_pkey" PRIMARY KEY ("indicator","division_id","year")
);

-- CreateTable
CREATE TABLE "pairing" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "helper_id" UUID NOT NULL,
    "helper_name" TEXT NOT NULL,
    "helper_unit" TEXT,
    "helper_post" TEXT,
    "helper_phone" TEXT,
    "kind" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "end_reason" TEXT,
    "account_id" INTEGER,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "pairing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_org" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_bo" TEXT,
    "kind" TEXT NOT NULL,
    "setting" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "coverage" TEXT,
    "secretary" TEXT,
    "member_count" INTEGER,
    "founded_on" DATE,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "party_org_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_org_affiliation" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "org_id" INTEGER NOT NULL,
    "leading_org_id" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "document_no" TEXT,
    "supervising_dept" TEXT,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "party_org_affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_org_closure" (
    "ancestor_id" INTEGER NOT NULL,
    "node_id" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "party_org_closure_pkey" PRIMARY KEY ("ancestor_id","node_id","from_on")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" TEXT NOT NULL,
    "name_bo" TEXT,
    "sex" TEXT,
    "birth_on" DATE,
    "ethnicity" TEXT,
    "political_status" TEXT,
    "phone" TEXT,
    "id_type" TEXT,
    "id_no_sealed" BYTEA,
    "id_no_digest" BYTEA,
    "id_tail_digest" BYTEA,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "party_org_id" INTEGER,
    "unit_name" TEXT,
    "post" TEXT,
    "rank" TEXT,
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "account_id" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'QUEUED',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "result" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "fence" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "run_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" INTEGER,
    "account_name" TEXT,
    "verb" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_id" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "field" TEXT NOT NULL,
    "old" TEXT,
    "new" TEXT,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" INTEGER,
    "account_name" TEXT,
    "verb" TEXT NOT NULL,
    "subject" TEXT,
    "division_id" INTEGER,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "upto_id" BIGINT NOT NULL,
    "from_id" BIGINT NOT NULL,
    "rows" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("upto_id")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "division_id" INTEGER NOT NULL,
    "household_id" UUID,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "grams" TEXT[],
    "pinyin" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key","from_on")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "counted_in" INTEGER NOT NULL,
    "visited_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "situation" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "met_with" TEXT,
    "note" TEXT,
    "stand_in_reason" TEXT,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'SUBMITTED',
    "recorded_by" INTEGER,
    "device_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit_visitor" (
    "visit_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "person_name" TEXT NOT NULL,
    "household_id" UUID NOT NULL,
    "division_id" INTEGER NOT NULL,
    "visited_on" DATE NOT NULL,
    "remote" BOOLEAN NOT NULL DEFAULT false,
    "counts" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "visit_visitor_pkey" PRIMARY KEY ("visit_id","person_id")
);

-- CreateTable
CREATE TABLE "visit_rule" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "helper_kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "min_count" INTEGER NOT NULL,
    "remote_counts" BOOLEAN NOT NULL DEFAULT false,
    "exempt_months" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "from_on" DATE NOT NULL,
    "to_on" DATE,

    CONSTRAINT "visit_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "account_division_id_id_idx" ON "account"("division_id", "id");

-- CreateIndex
CREATE INDEX "role_grant_account_id_idx" ON "role_grant"("account_id");

-- CreateIndex
CREATE INDEX "role_grant_role_idx" ON "role_grant"("role");

-- CreateIndex
CREATE INDEX "role_grant_division_id_idx" ON "role_grant"("division_id");

-- CreateIndex
CREATE INDEX "role_grant_party_org_id_idx" ON "role_grant"("party_org_id");

-- CreateIndex
CREATE INDEX "role_grant_granted_by_idx" ON "role_grant"("granted_by");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "one_time_code_account_id_idx" ON "one_time_code"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "division_code_key" ON "division"("code");

-- CreateIndex
CREATE INDEX "division_parent_id_id_idx" ON "division"("parent_id", "id");

-- CreateIndex
CREATE INDEX "division_successor_id_idx" ON "division"("successor_id");

-- CreateIndex
CREATE INDEX "division_closure_node_id_ancestor_id_idx" ON "division_closure"("node_id", "ancestor_id");

-- CreateIndex
CREATE INDEX "tree_event_tree_node_id_effective_on_idx" ON "tree_event"("tree", "node_id", "effective_on");

-- CreateIndex
CREATE INDEX "tree_event_status_effective_on_idx" ON "tree_event"("status", "effective_on");

-- CreateIndex
CREATE INDEX "tree_event_account_id_idx" ON "tree_event"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "household_household_no_key" ON "household"("household_no");

-- CreateIndex
CREATE INDEX "household_division_id_status_income_per_head_fen_id_idx" ON "household"("division_id", "status", "income_per_head_fen", "id");

-- CreateIndex
CREATE INDEX "household_status_income_per_head_fen_id_idx" ON "household"("status", "income_per_head_fen", "id");

-- CreateIndex
CREATE INDEX "household_division_id_head_name_id_idx" ON "household"("division_id", "head_name", "id");

-- CreateIndex
CREATE INDEX "household_division_id_last_visit_on_id_idx" ON "household"("division_id", "last_visit_on", "id");

-- CreateIndex
CREATE INDEX "household_division_id_household_no_idx" ON "household"("division_id", "household_no");

-- CreateIndex
CREATE INDEX "household_head_person_id_idx" ON "household"("head_person_id");

-- CreateIndex
CREATE INDEX "household_year_division_id_year_idx" ON "household_year"("division_id", "year");

-- CreateIndex
CREATE INDEX "household_year_import_id_idx" ON "household_year"("import_id");

-- CreateIndex
CREATE INDEX "household_spell_division_id_from_on_idx" ON "household_spell"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "membership_year_household_id_year_idx" ON "membership_year"("household_id", "year");

-- CreateIndex
CREATE INDEX "membership_year_division_id_year_idx" ON "membership_year"("division_id", "year");

-- CreateIndex
CREATE INDEX "membership_year_import_id_idx" ON "membership_year"("import_id");

-- CreateIndex
CREATE INDEX "import_account_id_created_at_idx" ON "import"("account_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_division_id_created_at_idx" ON "import"("division_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "import_row_import_id_action_row_no_idx" ON "import_row"("import_id", "action", "row_no");

-- CreateIndex
CREATE INDEX "import_row_division_id_idx" ON "import_row"("division_id");

-- CreateIndex
CREATE INDEX "rollup_period_indicator_idx" ON "rollup"("period", "indicator");

-- CreateIndex
CREATE INDEX "rollup_division_id_idx" ON "rollup"("division_id");

-- CreateIndex
CREATE INDEX "rollup_leaf_division_id_idx" ON "rollup_leaf"("division_id");

-- CreateIndex
CREATE INDEX "rollup_mark_division_id_idx" ON "rollup_mark"("division_id");

-- CreateIndex
CREATE INDEX "target_division_id_idx" ON "target"("division_id");

-- CreateIndex
CREATE INDEX "target_account_id_idx" ON "target"("account_id");

-- CreateIndex
CREATE INDEX "pairing_household_id_from_on_idx" ON "pairing"("household_id", "from_on");

-- CreateIndex
CREATE INDEX "pairing_helper_id_household_id_idx" ON "pairing"("helper_id", "household_id");

-- CreateIndex
CREATE INDEX "pairing_division_id_from_on_idx" ON "pairing"("division_id", "from_on");

-- CreateIndex
CREATE INDEX "pairing_account_id_idx" ON "pairing"("account_id");

-- CreateIndex
CREATE INDEX "pairing_import_id_idx" ON "pairing"("import_id");

-- CreateIndex
CREATE INDEX "party_org_division_id_id_idx" ON "party_org"("division_id", "id");

-- CreateIndex
CREATE INDEX "party_org_affiliation_org_id_from_on_idx" ON "party_org_affiliation"("org_id", "from_on");

-- CreateIndex
CREATE INDEX "party_org_affiliation_leading_org_id_idx" ON "party_org_affiliation"("leading_org_id");

-- CreateIndex
CREATE INDEX "party_org_closure_node_id_ancestor_id_idx" ON "party_org_closure"("node_id", "ancestor_id");

-- CreateIndex
CREATE INDEX "person_division_id_id_idx" ON "person"("division_id", "id");

-- CreateIndex
CREATE INDEX "person_household_id_idx" ON "person"("household_id");

-- CreateIndex
CREATE INDEX "person_party_org_id_idx" ON "person"("party_org_id");

-- CreateIndex
CREATE INDEX "person_id_tail_digest_idx" ON "person"("id_tail_digest");

-- CreateIndex
CREATE UNIQUE INDEX "person_id_no_digest_key" ON "person"("id_no_digest");

-- CreateIndex
CREATE INDEX "job_status_run_after_idx" ON "job"("status", "run_after");

-- CreateIndex
CREATE INDEX "job_account_id_created_at_idx" ON "job"("account_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "change_entity_entity_id_id_idx" ON "change"("entity", "entity_id", "id" DESC);

-- CreateIndex
CREATE INDEX "change_household_id_id_idx" ON "change"("household_id", "id" DESC);

-- CreateIndex
CREATE INDEX "change_division_id_idx" ON "change"("division_id");

-- CreateIndex
CREATE INDEX "change_account_id_idx" ON "change"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_subject_id_idx" ON "audit_event"("subject", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_account_id_id_idx" ON "audit_event"("account_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_division_id_id_idx" ON "audit_event"("division_id", "id" DESC);

-- CreateIndex
CREATE INDEX "search_entry_grams_idx" ON "search_entry" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "search_entry_division_id_idx" ON "search_entry"("division_id");

-- CreateIndex
CREATE INDEX "search_entry_household_id_idx" ON "search_entry"("household_id");

-- CreateIndex
CREATE INDEX "visit_household_id_visited_on_id_idx" ON "visit"("household_id", "visited_on" DESC, "id");

-- CreateIndex
CREATE INDEX "visit_division_id_visited_on_id_idx" ON "visit"("division_id", "visited_on" DESC, "id");

-- CreateIndex
CREATE INDEX "visit_visited_on_id_idx" ON "visit"("visited_on" DESC, "id");

-- CreateIndex
CREATE INDEX "visit_recorded_by_idx" ON "visit"("recorded_by");

-- CreateIndex
CREATE INDEX "visit_visitor_household_id_person_id_visited_on_idx" ON "visit_visitor"("household_id", "person_id", "visited_on");

-- CreateIndex
CREATE INDEX "visit_visitor_person_id_visited_on_idx" ON "visit_visitor"("person_id", "visited_on");

-- CreateIndex
CREATE INDEX "visit_visitor_division_id_visited_on_idx" ON "visit_visitor"("division_id", "visited_on");

-- CreateIndex
CREATE INDEX "visit_rule_helper_kind_from_on_idx" ON "visit_rule"("helper_kind", "from_on");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_role_fkey" FOREIGN KEY ("role") REFERENCES "role"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "division" ADD CONSTRAINT "division_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "division"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "division" ADD CONSTRAINT "division_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "division"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_year" ADD CONSTRAINT "household_year_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_spell" ADD CONSTRAINT "household_spell_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_year" ADD CONSTRAINT "membership_year_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_year" ADD CONSTRAINT "membership_year_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_helper_id_fkey" FOREIGN KEY ("helper_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org" ADD CONSTRAINT "party_org_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org_affiliation" ADD CONSTRAINT "party_org_affiliation_org_id_fkey" FOREIGN KEY ("org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_org_affiliation" ADD CONSTRAINT "party_org_affiliation_leading_org_id_fkey" FOREIGN KEY ("leading_org_id") REFERENCES "party_org"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_visitor" ADD CONSTRAINT "visit_visitor_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
