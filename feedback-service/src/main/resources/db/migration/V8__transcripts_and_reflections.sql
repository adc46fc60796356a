-- The words of a talk, for its learner to read with their message. They go after some weeks.
create table transcript (
    tenant text not null,
    conversation text not null,
    learner text not null,
    -- names of the others, so that no page shows one, as JSON
    partner_names text not null,
    -- words of danger were said: nothing of the talk is kept
    closed boolean not null,
    opened_at timestamptz not null,
    primary key (tenant, conversation)
);
create index transcript_of_learner on transcript (tenant, learner);
create index transcript_by_age on transcript (opened_at);

create table transcript_line (
    tenant text not null,
    conversation text not null,
    turn integer not null,
    learner_spoke boolean not null,
    -- null where it is nobody's business; it comes back with no correction
    text text,
    start_millis bigint,
    received_at timestamptz not null,
    primary key (tenant, conversation, turn)
);
create index transcript_line_by_age on transcript_line (received_at);

-- That somebody was erased, without who it was: what is still under way of a talk of theirs does not come back.
create table transcript_erasure (
    learner_hash text primary key,
    erased_at timestamptz not null
);
insert into transcript_erasure (learner_hash, erased_at)
select encode(sha256(convert_to(tenant || '/' || (event::jsonb ->> 'learner'), 'UTF8')), 'hex'), max(happened_at)
from outbox where event_type = 'dev.rapport.learner-erased.v1' group by 1;

-- What a learner thought of a talk before they read the message about it.
create table reflection (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    message text not null references message (id) on delete cascade,
    -- turns; null where they chose none
    best integer,
    hardest integer,
    note text,
    at timestamptz not null,
    constraint reflection_once unique (tenant, message)
);
create index reflection_of_learner on reflection (tenant, learner);
