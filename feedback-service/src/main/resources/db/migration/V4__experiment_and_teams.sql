-- Whether messages help: a tenant leaves out a share of the pairs of learner and behaviour until a date.
create table experiment (
    id bigint generated always as identity primary key,
    tenant text not null,
    -- who is left out follows from it alone
    seed bigint not null,
    share integer not null check (share between 0 and 50),
    since timestamptz not null,
    until timestamptz not null
);
create index experiment_of_tenant on experiment (tenant, id desc);

-- Whose talks count for which team. A row holds from a month on, never for one that has begun: no month is told both with
-- and without somebody. No team where they left.
create table team_member (
    id bigint generated always as identity primary key,
    tenant text not null,
    learner text not null,
    team text,
    from_month date not null check (extract(day from from_month) = 1),
    constraint team_member_once unique (tenant, learner, from_month)
);

-- What was told of a month, once and for all: two figures of the same people a talk apart would give the talk away.
create table told_figures (
    id bigint generated always as identity primary key,
    tenant text not null,
    -- "team", "house" or "experiment", and which
    subject text not null,
    -- the first day of the month
    period date not null,
    -- as JSON: rounded, and without what had to be withheld
    figures text not null,
    told_at timestamptz not null,
    constraint told_figures_once unique (tenant, subject, period)
);
