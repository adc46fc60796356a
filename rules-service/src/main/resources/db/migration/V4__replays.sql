-- Drafts tried on past conversations.
create table replay (
    tenant text not null,
    id text not null,
    started_by text not null,
    started_at timestamptz not null,
    -- the instance that runs it says so again and again; one that ended does not
    heard_at timestamptz not null,
    ended_at timestamptz,
    state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
    cancel boolean not null,
    -- number of the version that was tried; null for texts that are no version
    draft integer,
    live_version text not null,
    draft_version text not null,
    -- as JSON
    sample text not null,
    conversations bigint not null,
    done bigint not null,
    -- why it failed, without anybody's words
    problem text,
    -- what it found, as JSON; null before the end
    summary text,
    primary key (tenant, id)
);
create index replay_of_tenant on replay (tenant, started_at desc, id);

create table replay_change (
    tenant text not null,
    replay text not null,
    place integer not null,
    conversation text not null,
    what text not null,
    kind text not null,
    -- codes of the points before and after
    rules text[] not null,
    clarities text[] not null,
    -- the two messages, as JSON; they quote the talk, and go with it
    change text not null,
    primary key (tenant, replay, place),
    constraint replay_change_of_replay foreign key (tenant, replay) references replay (tenant, id) on delete cascade,
    constraint replay_change_of_talk foreign key (tenant, conversation)
        references past_talk (tenant, conversation) on delete cascade
);
create index replay_change_of_talk on replay_change (tenant, conversation);
