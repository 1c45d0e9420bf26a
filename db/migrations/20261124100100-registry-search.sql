-- Finding businesses in a registry of any size: words with their typing errors, filters, orders.
-- The table of businesses is written anew and locked meanwhile: about two minutes for a million rows. Plan a pause.

create table registry.words (
  word text collate "C" not null,
  common smallint not null default 0
);
comment on table registry.words is 'Words by which businesses are found, each at least once. Not unique on purpose: two transactions that tell the same new word must not wait for each other; doubles are removed by the job that counts';
comment on column registry.words.common is 'Logarithm to base 2 of how many businesses have it, estimated from a sample now and then';
create index words_begun on registry.words (word);

-- What remains of a word when one letter is left out, and of its consonants alone: words that share a key differ by about one slip.
create function registry.slip_keys(word text) returns text[] language sql immutable strict parallel safe as $$
  with told as (select left(word, 24) as whole, translate(left(word, 24), 'aeiou', '') as bones)
  select array_agg(distinct key) from (
    select whole as key from told
    union all select left(whole, at - 1) || substr(whole, at + 1) from told, generate_series(1, length(whole)) as at
    union all select '-' || bones from told where length(bones) >= 3
    union all select '-' || left(bones, at - 1) || substr(bones, at + 1) from told, generate_series(1, length(bones)) as at
               where length(bones) >= 4
  ) as keys
$$;
create index words_slips on registry.words using gin (registry.slip_keys(word));

-- Kept by whoever writes a business. It looks before it adds and takes no lock on what it finds, so writers never wait here.
create function registry.learn_words() returns trigger language plpgsql as $$
begin
  insert into registry.words (word)
  select told.word from (select distinct unnest(string_to_array(words, ' ')) as word from changed) as told
   where length(told.word) between 2 and 40
     and (select true from registry.words as known where known.word = told.word limit 1) is null;
  return null;
end $$;
create trigger businesses_teach after insert on registry.businesses
  referencing new table as changed for each statement execute function registry.learn_words();
create trigger businesses_teach_anew after update on registry.businesses
  referencing new table as changed for each statement execute function registry.learn_words();

alter table registry.businesses
  drop column search,
  add column words_version smallint not null default 0,
  add column search tsvector not null generated always as (array_to_tsvector(array_remove(array_remove(
    string_to_array(words, ' ') || array[
      '#v:' || village_code, '#d:' || district_code,
      '#k:' || left(kbli, 2), '#k:' || left(kbli, 3), '#k:' || left(kbli, 4), '#k:' || kbli,
      case when status <> 'active' then '#s:' || status end,
      case when scale is distinct from 'micro' then '#c:' || coalesce(scale, 'none') end,
      case when details ->> 'pirt' is not null then '#l:pirt' end,
      case when details ->> 'halalNumber' is not null then '#l:halal' end,
      case when details ->> 'trademarkNumber' is not null then '#l:trademark' end
    ], null), ''))) stored;
-- Rows that are there already are behind (0); whoever writes one from now on writes version 1.
alter table registry.businesses alter column words_version set default 1;
create index businesses_words_behind on registry.businesses (id) where words_version < 1;
comment on column registry.businesses.words is 'Compared forms of the words of the name, of the owner''s name and of the main product';
comment on column registry.businesses.words_version is 'By which rule words was made; a job rewrites what is behind';
comment on column registry.businesses.search is 'The words, and marks for filters, which begin with # as no word does: village, district, KBLI by 2 to 5 digits, and of status, scale and permits what is rare. What nearly all have is not marked: an index does not help to find it';

insert into registry.words (word)
select distinct told.word from registry.businesses cross join unnest(string_to_array(words, ' ')) as told (word)
 where length(told.word) between 2 and 40;

-- A short list of pending entries: a bulk load costs a fifth of what it costs without one, and a search reads at most these 128 kB beside the index.
create index businesses_search on registry.businesses using gin (search) with (fastupdate = on, gin_pending_list_limit = 128);

-- One index for each order within each area; the lists by day of entry have theirs already.
create index businesses_by_name on registry.businesses (office_id, normal_name text_pattern_ops, id);
create index businesses_by_district_name on registry.businesses (office_id, district_code, normal_name text_pattern_ops, id);
create index businesses_by_kbli_name on registry.businesses (office_id, kbli, normal_name text_pattern_ops, id);
create index businesses_by_confirmed on registry.businesses (office_id, last_confirmed_at, id);
create index businesses_by_district_confirmed on registry.businesses (office_id, district_code, last_confirmed_at, id);
create index businesses_by_village_confirmed on registry.businesses (village_code, last_confirmed_at, id);
create index businesses_by_kbli_confirmed on registry.businesses (office_id, kbli, last_confirmed_at, id);
