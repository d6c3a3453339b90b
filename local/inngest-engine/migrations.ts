/** The engine's own tables, in the order they came to be. Applied ones are never edited: add the next. */
export const MIGRATIONS = [
  `
  -- An app as it last described itself, so that functions and crons are known before it answers again.
  create table app (id text primary key, url text not null, functions json not null);

  create table event (
    id text primary key,
    name text not null,
    body json not null,
    received_at timestamptz not null
  );
  create index event_received_at on event (received_at);

  create table run (
    id text primary key,
    fn text not null,
    status text not null default 'Running',
    events json not null,
    output json,
    request_version int not null default 2,
    idempotency text,
    singleton text,
    lane text not null,
    place timestamptz not null,
    parent_run text,
    parent_step text,
    created_at timestamptz not null,
    ended_at timestamptz
  );
  create unique index run_idempotency on run (fn, idempotency) where idempotency is not null;
  create index run_idempotency_age on run (created_at) where idempotency is not null;
  create index run_singleton on run (fn, singleton) where singleton is not null and ended_at is null;
  create index run_ended_at on run (ended_at) where ended_at is not null;

  -- seq is null while a step is pending; afterwards it is the order of completion, which the SDK replays.
  create sequence step_seq;
  create table step (
    run text not null,
    id text not null,
    op text not null,
    name text,
    race boolean not null default false,
    -- The answer that announced it; the function is re-entered when all of a batch are in.
    batch text,
    result json,
    seq bigint,
    primary key (run, id)
  );

  -- The one queue: calls, wake-ups, debounced and batched starts, crons, cancellations.
  create table job (
    id bigint generated always as identity primary key,
    kind text not null,
    fn text,
    run text,
    step text,
    at timestamptz not null,
    lane text not null,
    key text unique,
    attempt int not null default 0,
    gen int not null default 0,
    lease timestamptz,
    again boolean not null default false,
    data json,
    created_at timestamptz not null
  ) with (
    fillfactor = 70,
    -- Every row lives for seconds: without this the claim walks over dead rows at the head of its index.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 500,
    autovacuum_vacuum_cost_delay = 0,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 5000
  );
  -- The claim asks lane by lane, so ten thousand jobs behind one full key cost it nothing.
  create index job_lane on job (lane, at, id) where lease is null;
  create index job_lease on job (lease) where lease is not null;
  create index job_run on job (run) where run is not null;

  create table wait (
    id bigint generated always as identity primary key,
    run text not null,
    step text,
    event text not null,
    expression text,
    original json not null,
    until timestamptz
  );
  create index wait_event on wait (event);
  create index wait_run on wait (run);

  -- Theoretical arrival time per rate-limit and throttle key (GCRA).
  create table rate (key text primary key, tat timestamptz not null);
  `,
] as const;
