-- A rule that is set aside either is left out, or goes on seeing and coaches nobody.
alter table silenced_rule add column observes boolean not null default false;

-- The version of the rule that a learner spoke of: what was said of an earlier one says nothing of a mended one.
alter table rule_reaction add column rule_version text;

-- From when on what learners say of a rule counts towards setting it aside: somebody has looked at what they said before.
create table rule_heard_again (
    tenant text not null,
    rule text not null,
    since timestamptz not null,
    primary key (tenant, rule)
);
