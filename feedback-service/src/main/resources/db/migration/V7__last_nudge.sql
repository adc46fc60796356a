-- The last nudge of each learner, and no earlier one: it keeps a second replica, and the next twenty minutes, from another.
create table last_nudge (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    nudge text not null,
    conversation text not null,
    rule text not null,
    behaviour text not null,
    sentence text not null,
    given_at timestamptz not null,
    constraint last_nudge_once unique (tenant, learner)
);
