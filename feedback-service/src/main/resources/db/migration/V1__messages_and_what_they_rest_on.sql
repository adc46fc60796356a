-- Each table has its tenant first in every key and index: no query of ours looks across tenants.

create table observation (
    id bigint generated always as identity primary key,
    tenant text not null,
    conversation text not null,
    -- of the event: the last word of an observation comes under the id of the first
    event_id text not null,
    withdrawn boolean not null,
    -- as JSON; text because PostgreSQL's json types refuse characters that JSON allows
    event text not null,
    -- where in the topic it stood: an earlier word that is delivered again must not replace a later one
    topic_partition integer not null,
    topic_offset bigint not null,
    received_at timestamptz not null,
    constraint observation_once unique (tenant, event_id)
);
create index observation_of_conversation on observation (tenant, conversation);

create table message (
    id text primary key,
    tenant text not null,
    learner text not null,
    conversation text not null,
    kind text not null,
    -- behaviour codes, null where the message has no such point
    strength text,
    growth text,
    composed_at timestamptz not null,
    -- everything it says, as JSON
    content text not null,
    constraint message_once unique (tenant, conversation)
);
create index message_of_learner on message (tenant, learner, composed_at desc, id desc);

create table reaction (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    message text not null references message (id) on delete cascade,
    point text not null,
    reaction text not null,
    given_at timestamptz not null,
    constraint reaction_once unique (tenant, message, point)
);
create index reaction_of_learner on reaction (tenant, learner);

create table learner_goal (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    behaviour text not null,
    chosen_at timestamptz not null,
    constraint learner_goal_once unique (tenant, learner)
);

create table stopped_rule (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    rule text not null,
    stopped_at timestamptz not null,
    constraint stopped_rule_once unique (tenant, learner, rule)
);

-- Events that are told in the same transaction as what they tell, and published after it.
create table outbox (
    id bigint generated always as identity primary key,
    tenant text not null,
    event_id text not null,
    topic text not null,
    event_type text not null,
    event text not null,
    happened_at timestamptz not null,
    published_at timestamptz,
    constraint outbox_once unique (tenant, event_id)
);
create index outbox_waiting on outbox (id) where published_at is null;
create index outbox_of_tenant on outbox (tenant);
