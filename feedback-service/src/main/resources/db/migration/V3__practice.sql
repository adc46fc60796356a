-- A line that its learner may say again, and when it is worth it. There is one once it was tried.
create table practice_line (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    message text not null references message (id) on delete cascade,
    in_a_row integer not null,
    ease double precision not null,
    days integer not null,
    due_at timestamptz not null,
    constraint practice_line_once unique (tenant, message)
);
create index practice_line_due on practice_line (tenant, learner, due_at);

create table practice_try (
    id text primary key,
    tenant text not null,
    learner text not null,
    message text not null references message (id) on delete cascade,
    line text not null,
    tried_at timestamptz not null,
    -- all null until the rules have answered
    verdict text,
    -- lists of words, as JSON
    kinds text,
    shows text,
    because text,
    otherwise text,
    rulebook_version text,
    judged_at timestamptz
);
create index practice_try_of_message on practice_try (tenant, message, tried_at);
