-- How a learner wants to be coached.
create table learner_choice (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    -- code of how people talk where they are; null for none
    profile text,
    two_points boolean not null,
    -- messages after it are shown only after the learner's own view; null for none
    reflect_first_since timestamptz,
    chosen_at timestamptz not null,
    constraint learner_choice_once unique (tenant, learner)
);

-- The second point to try, for those who asked for two.
alter table message add column second text;
