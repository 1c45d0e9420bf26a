-- The public's own corner: news of the office, and spoken files of short guidance.
create schema portal;

create table portal.news (
  id uuid constraint news_pkey primary key default gen_random_uuid(),
  office_id text not null constraint news_office references office.offices (id),
  title_id text not null,
  body_id text not null,
  title_en text,
  body_en text,
  published_on date not null,
  ends_on date,
  written_by uuid not null,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  constraint news_english_whole check ((title_en is null) = (body_en is null)),
  constraint news_dates check (ends_on is null or ends_on >= published_on)
);
comment on column portal.news.ends_on is 'Last day on which it stands on the front page; afterwards it is found in the list only';
create index news_list on portal.news (office_id, published_on desc, id desc) where withdrawn_at is null;

create table portal.spoken (
  content_key text not null,
  lang text not null constraint spoken_lang check (lang in ('id', 'en', 'jv')),
  text_sha256 text not null,
  storage_key text not null,
  media_type text not null,
  size integer not null,
  made_at timestamptz not null,
  constraint spoken_pkey primary key (content_key, lang)
);
comment on table portal.spoken is 'Short guidance read aloud by a voice service; made anew when its text changed';

grant usage on schema portal to ditakopum_app;
grant select, insert, update on portal.news to ditakopum_app;
grant select, insert, update, delete on portal.spoken to ditakopum_app;
