-- Who was told that a periodic report waits for him: once for each time it comes to his desk.
create table performance.report_notices (
  id bigint generated always as identity constraint report_notices_pkey primary key,
  report_id uuid not null constraint report_notices_report references performance.reports (id),
  desk text not null constraint report_notices_desk check (desk in ('division-head', 'secretary', 'office-head', 'answer', 'sign', 'scan')),
  account_id uuid not null constraint report_notices_account references accounts.accounts (id),
  told_at timestamptz not null,
  over_at timestamptz
);
comment on column performance.report_notices.desk is 'What the report waits for: the word of a level of the chain, an answer to a remark, the signature, or the scan of the signed paper';
comment on column performance.report_notices.over_at is 'Since when nothing waits at that desk any more; coming back there is told anew';
-- However often it is looked at, and by however many workers: one notice while it waits.
create unique index report_notices_once on performance.report_notices (report_id, desk, account_id) where over_at is null;
create index report_notices_mine on performance.report_notices (account_id) where over_at is null;

create view performance.v_report_desks as
  select r.id as report_id, r.office_id, r.kind, r.period, r.last_day, r.version, d.desk
    from performance.reports r
    join lateral (
      select distinct f.awaits as desk from performance.report_figures f where r.state = 'draft' and f.report_id = r.id and f.awaits <> 'none'
      union all select 'sign' where r.state = 'locked'
      union all select 'scan' where r.state = 'signing' and exists (select from performance.report_files f where f.report_id = r.id and f.part = 'print')
    ) d on true
   where r.state <> 'signed';
comment on view performance.v_report_desks is 'What each report that is not signed waits for now';

create view performance.v_report_tasks as
  select n.account_id, d.report_id, d.kind, d.period, d.last_day, d.version, d.desk, n.told_at
    from performance.report_notices n join performance.v_report_desks d on d.report_id = n.report_id and d.desk = n.desk
   where n.over_at is null;
comment on view performance.v_report_tasks is 'Reports that wait for an officer who was told so, for the page with which his day begins';

grant select, insert, update on performance.report_notices to ditakopum_app;
revoke delete on performance.report_notices from ditakopum_app;
grant select on performance.v_report_desks, performance.v_report_tasks to ditakopum_app;
