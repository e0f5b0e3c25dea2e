create table company (id text primary key, name text not null);
create table person (id text primary key, full_name text not null, email text not null unique);
create table membership (
    company_id text not null references company,
    person_id text not null references person,
    role text not null,
    permissions text[] not null,
    case_types text[],
    primary key (company_id, person_id));
create table session (
    id text primary key,
    token_hash bytea not null,
    person_id text not null references person,
    company_id text not null references company,
    last_active timestamptz not null,
    idle_timeout interval not null,
    ends_at timestamptz not null,
    ended_at timestamptz);
