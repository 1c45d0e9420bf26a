-- The event log: append-only, one chain per office. Nobody inserts directly: log.append() does, and only adds.
create schema log;

create table log.heads (
  office_id text not null,
  chain text not null constraint heads_chain check (chain in ('events', 'reads')),
  seq bigint not null,
  hash bytea not null,
  constraint heads_pkey primary key (office_id, chain)
);

create table log.events (
  office_id text not null,
  seq bigint not null,
  at timestamptz not null,
  what text not null,
  actor_id uuid,
  actor_role text,
  for_id uuid,
  subject_kind text not null,
  subject_id text not null,
  from_state text,
  to_state text,
  body text not null,
  prev bytea not null,
  hash bytea not null,
  constraint events_pkey primary key (office_id, seq)
);
comment on table log.events is 'Every write of the office, without personal data. The columns repeat parts of body for queries; body is what is hashed';
create index events_subject on log.events (subject_id, seq);
create index events_at on log.events (office_id, at);

create table log.reads (
  office_id text not null,
  seq bigint not null,
  at timestamptz not null,
  what text not null,
  actor_id uuid,
  actor_role text,
  for_id uuid,
  subject_kind text not null,
  subject_id text not null,
  from_state text,
  to_state text,
  body text not null,
  prev bytea not null,
  hash bytea not null,
  constraint reads_pkey primary key (office_id, seq)
);
comment on table log.reads is 'Who looked at whose personal data: a chain of its own, never exported. for_id is the person looked at';
create index reads_for on log.reads (for_id, seq desc);

create table log.roots (
  office_id text not null,
  day date not null,
  first_seq bigint not null,
  last_seq bigint not null,
  root bytea not null,
  key_id text not null,
  signature bytea not null,
  published_at timestamptz not null,
  constraint roots_pkey primary key (office_id, day)
);
comment on table log.roots is 'Per day in WIB: hash of the last entry, signed with the office key';

-- The head row is locked only here, as the last statement of a transaction, so that one case never waits for the work of another.
create function log.append(p_office text, p_chain text, p_bodies text[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, log as $$
declare
  v_seq bigint;
  v_hash bytea;
  v_prev bytea;
  v_body text;
  v_json jsonb;
begin
  insert into log.heads values (p_office, p_chain, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  select seq, hash into v_seq, v_hash from log.heads where office_id = p_office and chain = p_chain for update;
  foreach v_body in array p_bodies loop
    v_seq := v_seq + 1;
    v_prev := v_hash;
    v_hash := sha256(convert_to(encode(v_prev, 'hex') || E'\n' || v_seq || E'\n' || v_body, 'UTF8'));
    v_json := v_body::jsonb;
    if p_chain = 'events' then
      insert into log.events values (p_office, v_seq, (v_json->>'at')::timestamptz, v_json->>'what', (v_json->>'actor')::uuid, v_json->>'role',
        (v_json->>'for')::uuid, v_json->>'kind', v_json->>'subject', v_json->>'from', v_json->>'to', v_body, v_prev, v_hash);
    else
      insert into log.reads values (p_office, v_seq, (v_json->>'at')::timestamptz, v_json->>'what', (v_json->>'actor')::uuid, v_json->>'role',
        (v_json->>'for')::uuid, v_json->>'kind', v_json->>'subject', v_json->>'from', v_json->>'to', v_body, v_prev, v_hash);
    end if;
  end loop;
  update log.heads set seq = v_seq, hash = v_hash where office_id = p_office and chain = p_chain;
  return v_seq;
end $$;
