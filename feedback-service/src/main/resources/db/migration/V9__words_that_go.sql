-- Whether the words an observation was seen in are still in its event; they go when those of the talk go.
alter table observation add column words boolean not null default true;
create index observation_with_words on observation (received_at) where words;

-- Talks that were open when their learner was erased, without which they were: what is still said in them is not kept.
create table erased_talk (
    talk_hash text primary key,
    erased_at timestamptz not null
);

-- What was told is looked through for what is old enough to go each time something is told.
create index outbox_published on outbox (published_at) where published_at is not null;
