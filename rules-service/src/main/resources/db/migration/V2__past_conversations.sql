-- Each table has its tenant first in every key and index: no query of ours looks across tenants, but for what is too old.

-- Conversations whose participants agreed to coaching, kept for a while so that a draft can be tried on them.
create table past_talk (
    tenant text not null,
    conversation text not null,
    learner text not null,
    kind text not null,
    -- as announced last, as JSON; text because PostgreSQL's json types refuse characters that JSON allows
    opened text not null,
    -- found out when it was closed; null where it was told, or there was too little to tell
    language text,
    began_at timestamptz not null,
    -- when it was first told of: what was told before an erasure is erased
    announced_at timestamptz not null,
    heard_at timestamptz not null,
    closed boolean not null,
    primary key (tenant, conversation)
);
-- what a learner reads depends on what they read before
create index past_talk_in_order on past_talk (tenant, learner, began_at, conversation);
create index past_talk_by_time on past_talk (tenant, began_at);
create index past_talk_by_age on past_talk (heard_at);

create table past_turn (
    tenant text not null,
    conversation text not null,
    number integer not null,
    -- words and what was seen in them, in our own form: text columns refuse what a transcript may hold
    said bytea not null,
    primary key (tenant, conversation, number),
    constraint past_turn_of_talk foreign key (tenant, conversation) references past_talk (tenant, conversation)
        on delete cascade
);

-- Who asked to be forgotten, as a hash: a record that is delivered again must not bring back what was erased.
create table erased_learner (
    tenant text not null,
    learner_hash text not null,
    erased_at timestamptz not null,
    primary key (tenant, learner_hash)
);
create index erased_learner_by_age on erased_learner (erased_at);

-- Which rules a learner wants to hear no more of, by the message that made them say so.
create table stopped_by_learner (
    tenant text not null,
    learner text not null,
    rule text not null,
    message text not null,
    primary key (tenant, learner, rule, message)
);
