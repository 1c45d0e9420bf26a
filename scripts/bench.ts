// `npm run bench` (the same as `npm run bench -- cases`): how quick the program is with 20,000 businesses and 5,000 cases, each act beside
// the bare SQL of its transactions. `npm run bench -- --businesses 2000 --applications 500 --seconds 2` for a first look.
// `npm run bench -- registry`: the registry with 10,000 and with 1,000,000 businesses: reads, imports, exports, doubles, sizes and plans.
// That takes about an hour and 15 GB under the folder for temporary files; `--sizes 10000` takes a few minutes. Options: bench/registry.ts.
// `npm run bench -- report`: the report of a month over 100,000 cases and 1,000,000 entries of the log, beside the bare SQL that reads the same rows.
// `npm run bench -- kinerja`: a step in a case with and without 5,000 openings of the public page of figures in a minute.
// Tables go to standard output, all numbers to var/bench/.
const [, , first = 'cases'] = process.argv

if (first === 'registry') await (await import('./bench/registry.ts')).benchRegistry()
else if (first === 'report') await (await import('./bench/report.ts')).benchReport()
else if (first === 'kinerja') await (await import('./bench/kinerja.ts')).benchKinerja()
else if (first === 'cases' || first.startsWith('--')) await (await import('./bench/cases.ts')).benchCases()
else throw new Error(`there is no bench called ${first}: cases, registry, report or kinerja`)
