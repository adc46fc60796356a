-- A learner said that a point is not right: what was said there may become a near miss of its rule.
create table proposal (
    tenant text not null,
    id text not null,
    rule text not null,
    -- id of the observation behind the point
    observation text not null,
    conversation text not null,
    turn integer not null,
    proposed_at timestamptz not null,
    state text not null check (state in ('open', 'accepted', 'dismissed')),
    decided_by text,
    decided_at timestamptz,
    -- number of the version it was accepted into
    version integer,
    primary key (tenant, id),
    constraint proposal_once unique (tenant, observation),
    -- without the talk there is nothing to show
    constraint proposal_of_talk foreign key (tenant, conversation)
        references past_talk (tenant, conversation) on delete cascade
);
create index proposal_of_talk on proposal (tenant, conversation);
create index proposal_of_tenant on proposal (tenant, state, proposed_at desc);
