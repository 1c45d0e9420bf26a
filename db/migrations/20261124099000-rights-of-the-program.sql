-- What the running program may do: everything with rows, nothing with the schema, and the log only through log.append().
do $$ begin
  if not exists (select from pg_roles where rolname = 'ditakopum_app') then
    create role ditakopum_app nologin;
  end if;
-- A role belongs to the whole server: another database may be making it at this moment.
exception when unique_violation or duplicate_object then null;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'ditakopum_app', 'member') then
    grant ditakopum_app to current_user;
  end if;
end $$;

do $$
declare s text;
begin
  foreach s in array array['office', 'platform', 'registry', 'accounts', 'services', 'applications', 'letters', 'messages'] loop
    execute format('grant usage on schema %I to ditakopum_app', s);
    execute format('grant select, insert, update, delete on all tables in schema %I to ditakopum_app', s);
    execute format('grant usage, select on all sequences in schema %I to ditakopum_app', s);
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to ditakopum_app', s);
    execute format('alter default privileges in schema %I grant usage, select on sequences to ditakopum_app', s);
  end loop;
end $$;
revoke delete on letters.letters, letters.number_heads, applications.applications from ditakopum_app;

grant usage on schema log to ditakopum_app;
grant select on all tables in schema log to ditakopum_app;
grant insert on log.roots to ditakopum_app;
revoke execute on function log.append(text, text, text[]) from public;
grant execute on function log.append(text, text, text[]) to ditakopum_app;
