-- Letters about cooperatives and about persons, and letters that may be used a number of times only.
alter table letters.letters
  add column cooperative_id uuid constraint letters_cooperative references cooperatives.cooperatives (id),
  add column uses integer constraint letters_uses check (uses > 0);
comment on column letters.letters.uses is 'How often it may be used; null without bound. Uses are told in letters.uses';
create index letters_cooperative_list on letters.letters (cooperative_id, issued_at desc) where cooperative_id is not null;

create table letters.uses (
  letter_id uuid not null constraint uses_letter references letters.letters (id),
  position integer not null,
  used_for text not null,
  used_on date not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  constraint uses_pkey primary key (letter_id, position)
);
comment on table letters.uses is 'Each use of a letter that serves a number of times, such as the one filing of a trade mark (UM-03)';
