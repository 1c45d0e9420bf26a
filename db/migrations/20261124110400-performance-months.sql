-- The figures of each month, computed once from the log and kept with the place in the log to which they go, so that a page costs one row.
create table performance.months (
  office_id text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$'),
  through date not null,
  first_seq bigint not null,
  last_seq bigint not null,
  root text not null,
  is_final boolean not null,
  definitions text not null,
  figures jsonb not null,
  published jsonb not null,
  made_at timestamptz not null,
  constraint months_pkey primary key (office_id, month)
);
comment on table performance.months is 'Figures of the processing of cases by month; follows from the event log and can be made again from it';
comment on column performance.months.through is 'Last day that is told: of the month, or of the days with a published root so far';
comment on column performance.months.is_final is 'The month is told to its last day';
comment on column performance.months.definitions is 'Codes and versions of the figures; a month told with others is told again';
comment on column performance.months.published is 'The same figures without what would point at few people';

-- Which month is the first to tell.
create index cases_submitted_day on performance.cases (office_id, submitted_at);

-- What the office's own board needs beside the log: counted or examined at times, not when a page is opened.
create table performance.board (
  office_id text constraint board_pkey primary key,
  coverage jsonb,
  coverage_at timestamptz,
  health jsonb,
  health_at timestamptz,
  forecast jsonb,
  forecast_at timestamptz
);
comment on column performance.board.coverage is 'In how many villages there were applications in the last twelve months, by kecamatan';
comment on column performance.board.health is 'What the examination of the installation (doctor) found last';
comment on column performance.board.forecast is 'Which open cases will be late, what would help, and how good such forecasts were of late';
