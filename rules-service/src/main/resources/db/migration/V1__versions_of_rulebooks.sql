-- Each table has its tenant first in every key and index: no query of ours looks across tenants.

-- The texts of rulebooks by what they are: two versions with the same texts share a row, and a row never changes.
create table rulebook_files (
    tenant text not null,
    -- SHA-256 of paths and texts, 64 hex digits
    hash text not null,
    -- {"behaviours/questions.rules": "...", ...}; text because PostgreSQL's json types refuse characters that JSON allows
    files text not null,
    kept_at timestamptz not null,
    primary key (tenant, hash)
);

create table rulebook_version (
    id bigint generated always as identity primary key,
    tenant text not null,
    number integer not null,
    state text not null check (state in ('draft', 'checked', 'shadow', 'approved', 'live', 'retired')),
    -- grows with each change, so that nobody overwrites what they have not seen
    edition integer not null,
    hash text not null,
    -- of the default rulebook it was based on, for the day the default changes
    default_hash text not null,
    -- the version it was started from; null where that was the default
    started_from integer,
    -- what its observations call it; null until it was checked
    observed_as text,
    why text not null,
    started_by text not null,
    started_at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    checked_by text,
    checked_at timestamptz,
    approved_by text,
    approved_at timestamptz,
    -- when it last became live or a shadow
    in_force_since timestamptz,
    retired_at timestamptz,
    constraint rulebook_version_once unique (tenant, number),
    constraint rulebook_version_files foreign key (tenant, hash) references rulebook_files (tenant, hash),
    constraint rulebook_version_default foreign key (tenant, default_hash) references rulebook_files (tenant, hash),
    constraint checked_by_somebody check (state = 'draft' or state = 'retired' or checked_by is not null),
    constraint approved_by_somebody check (state not in ('approved', 'live') or approved_by is not null)
);
create unique index one_live_version on rulebook_version (tenant) where state = 'live';
create unique index one_shadow_version on rulebook_version (tenant) where state = 'shadow';
create index rulebook_version_of_files on rulebook_version (tenant, hash);
create index rulebook_version_of_default on rulebook_version (tenant, default_hash);

-- Whoever wrote something of a version: none of them may approve it.
create table version_author (
    tenant text not null,
    number integer not null,
    person text not null,
    primary key (tenant, number, person)
);

-- Who did what, when and why. Rows are only ever added.
create table history (
    id bigint generated always as identity primary key,
    tenant text not null,
    -- null where it is about no single version
    number integer,
    person text not null,
    at timestamptz not null,
    deed text not null,
    why text,
    -- of the version after it
    hash text
);
create index history_of_tenant on history (tenant, id);

create function history_is_history() returns trigger language plpgsql as $$
begin
    raise exception 'history is only ever added to';
end
$$;
create trigger history_is_history before update or delete on history
    for each row execute function history_is_history();

-- One row a tenant: numbers its versions and its releases, and says which release the topic has.
create table tenant_releases (
    tenant text primary key,
    last_number integer not null,
    release bigint not null,
    published bigint not null
);
