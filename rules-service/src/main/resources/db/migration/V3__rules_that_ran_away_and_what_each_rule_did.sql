-- Rules that took too much work at several moments and are left out until their rule says something else.
create table silenced_rule (
    tenant text not null,
    rule text not null,
    -- hash of what the rule said then: what was changed since is heard again
    rule_version text not null,
    name text not null,
    owner text not null,
    -- the condition that took the work, as it is written
    what text not null,
    silenced_at timestamptz not null,
    primary key (tenant, rule)
);

-- What each observation last said, so that one that is corrected or told twice is counted once. No words of anybody.
create table rule_hit (
    tenant text not null,
    conversation text not null,
    turn integer not null,
    rule text not null,
    learner text not null,
    day date not null,
    stands boolean not null,
    primary key (tenant, conversation, turn, rule)
);
create index rule_hit_of_day on rule_hit (tenant, day);
create index rule_hit_of_learner on rule_hit (tenant, learner);

create table rule_day (
    tenant text not null,
    rule text not null,
    day date not null,
    hits bigint not null,
    primary key (tenant, rule, day)
);

create table rule_learner (
    tenant text not null,
    rule text not null,
    learner text not null,
    -- of the latest hit
    day date not null,
    primary key (tenant, rule, learner)
);
create index rule_learner_of_learner on rule_learner (tenant, learner);

-- What a learner last said of a rule's point in one message.
create table rule_reaction (
    tenant text not null,
    rule text not null,
    learner text not null,
    message text not null,
    reaction text not null,
    given_at timestamptz not null,
    primary key (tenant, rule, learner, message)
);
create index rule_reaction_of_learner on rule_reaction (tenant, learner);

-- What a version in the shadow saw, once for each conversation.
create table shadow_talk (
    tenant text not null,
    number integer not null,
    conversation text not null,
    learner text not null,
    -- {"B01": 2, ...}
    hits text not null,
    day date not null,
    primary key (tenant, number, conversation)
);
create index shadow_talk_of_learner on shadow_talk (tenant, learner);
