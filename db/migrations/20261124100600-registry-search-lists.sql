-- The dictionary is written to seldom and searched in every question with a typing error: no list of pending entries to read through.
alter index registry.words_slips set (fastupdate = off);
select gin_clean_pending_list('registry.words_slips');
comment on table registry.words is 'Words by which businesses are found, and the marks of filters (#…) once they have been counted. Each at least once; not unique on purpose: two transactions that tell the same new word must not wait for each other. Doubles are removed by the job that counts';
