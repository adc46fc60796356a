-- Where messages are sent beside the page: of a tenant, or a learner's own.
create table channel (
    id text primary key,
    tenant text not null,
    -- null for a channel of the tenant
    learner text,
    name text not null,
    kind text not null,
    -- address and secret are sealed: an address of a chat is a secret itself
    url text not null,
    secret text,
    -- what may be shown of the address
    host text not null,
    -- from which a store of records is told another name for each learner; nobody else can reckon it
    salt text not null,
    zone text,
    quiet_from time,
    quiet_to time,
    enabled boolean not null,
    disabled_reason text,
    changed_at timestamptz not null
);
create unique index channel_once on channel (tenant, coalesce(learner, ''), name);

-- When a learner wants to hear nothing, in place of what their channels say.
create table quiet_hours (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    zone text not null,
    quiet_from time not null,
    quiet_to time not null,
    constraint quiet_hours_once unique (tenant, learner)
);

-- What is to be sent, written in the transaction that composes the message. It goes with the message or the channel.
create table delivery (
    -- follows from message and channel; the receiver knows a repeat by it
    id text primary key,
    tenant text not null,
    learner text not null,
    message text not null references message (id) on delete cascade,
    channel text not null references channel (id) on delete cascade,
    state text not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts integer not null,
    next_at timestamptz not null,
    -- whoever has the lease sends it; nobody else does until then
    lease text,
    leased_until timestamptz,
    last_status integer,
    last_problem text,
    created_at timestamptz not null,
    ended_at timestamptz,
    constraint delivery_once unique (message, channel)
);
create index delivery_waiting on delivery (next_at) where state = 'WAITING';
create index delivery_of_channel on delivery (channel, created_at desc);
create index delivery_of_learner on delivery (tenant, learner);
