-- The worker says every half minute that it lives, and when it last counted.

-- CreateTable
CREATE TABLE "machine_pulse" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "machine_pulse_pkey" PRIMARY KEY ("name")
);

alter table machine_pulse enable row level security;
create policy beating on machine_pulse to app_job using (true);
create policy looking on machine_pulse for select to app_rw using ((select sec.tends_machine()));
grant select on machine_pulse to app_rw;
grant select, insert, update on machine_pulse to app_job;
