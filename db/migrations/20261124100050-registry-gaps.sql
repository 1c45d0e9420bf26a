-- Lists of other offices know less of a business than its owner: activity, address and start may be missing until somebody asks.
alter table registry.businesses alter column kbli drop not null, alter column kbli_version drop not null, alter column address drop not null,
  alter column started_on drop not null;
alter table registry.businesses add constraint businesses_kbli_whole check ((kbli is null) = (kbli_version is null));
