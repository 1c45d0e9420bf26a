-- The first office of an installation that is not the demo. There is no command for it in this version.
-- Copy this file, replace every value, then:  psql "$DATABASE_URL" -v ON_ERROR_STOP=1 -f first-office.sql  and start the program again.
-- Everything here can be changed by the administrator afterwards (/admin). Run it once, after the first `ditakopum migrate`.
begin;

insert into office.offices (id, name, government, region_code, address, postal_code, phone, email, website, letter_unit, letter_number_pattern, place_of_signing)
values (
  'dinas',                                          -- stays for ever, goes into the event log: short, no blank
  'Dinas Koperasi dan Usaha Mikro',
  'Pemerintah Kabupaten Sidoarjo',
  '35.15',                                          -- Kemendagri code of the regency, from reference/regions
  'Jalan Contoh Nomor 1, Sidoarjo', '61200',
  null, null, null,                                 -- telephone, e-mail, website
  '438.5.99',                                       -- unit part of the letter number: ask the archive officer
  '{klas}/{urut}/{unit}/{tahun}',
  'Sidoarjo'
);

-- Seven days, Monday first: minutes after midnight, or null when closed. 450 is 07:30, 960 is 16:00, 870 is 14:30.
insert into office.office_weeks (office_id, valid_from, week, basis) values ('dinas', '2024-01-01',
  '[{"opens":450,"closes":960},{"opens":450,"closes":960},{"opens":450,"closes":960},{"opens":450,"closes":960},{"opens":450,"closes":870},null,null]',
  'Dasar penetapan jam kerja');

-- The service UM-02 belongs to the division with this id (reference/services/um-02.json).
insert into office.divisions (id, office_id, name, valid_from) values ('usaha-mikro', 'dinas', 'Bidang Pemberdayaan Usaha Mikro', '2024-01-01');

commit;
