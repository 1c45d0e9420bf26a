import type { LogFault } from '../../../platform/log/chain.ts'
import type { t as id } from './messages.id.ts'

const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

function log(fault: LogFault): string {
  switch (fault.kind) {
    case 'unreadable': return `Line ${number(fault.line)} of the log cannot be read.`
    case 'headless': return `The log must begin with entry ${fault.seq}, but begins with entry ${number(fault.found)}.`
    case 'out-of-order': return `Entry ${number(fault.seq)} is not in its place: entry ${number(fault.found)} stands there. Something was removed, inserted or swapped.`
    case 'altered': return `Entry ${number(fault.seq)} was altered.`
    case 'unchained': return `Entry ${number(fault.seq)} does not follow: the one before it was rewritten.`
    case 'cut': return `The log is cut after entry ${number(fault.lastSeq)}: the root of ${fault.day ?? '-'} names entry ${number(fault.rootSeq)}.`
    case 'rewritten': return `Entries ${number(fault.fromSeq)} to ${number(fault.seq)} were rewritten: this is not the log published with the root of ${fault.day}.`
    case 'bad-root': return `The root of ${fault.day} is not valid: ${{ signature: 'its signature does not fit', 'unknown-key': 'its key is not in the file', order: 'it does not follow the one before it', stamp: 'its time stamp is not over it' }[fault.reason]}.`
  }
}

export const t: typeof id = {
  title: 'Check a performance report',
  lead: 'Compute every figure of a report of this office again from its event log, on your own device. No file is sent anywhere.',
  report: 'Report (JSON)', reportHint: 'The file laporan-….json from the archive of reports',
  logFile: 'Event log (JSONL)', logHint: 'The log file given by the office; a million lines are fine',
  roots: 'Daily roots (JSON), if you have them', rootsHint: 'The file akar-log.json. Without it a log whose end was cut off goes unseen.',
  choose: 'Choose the files', button: 'Compute again',
  noScript: 'The check runs in your browser and needs JavaScript. Without it use the command ditakopum report verify, or a program of your own.',
  own: 'After one visit this page also works without internet. Or save it as one file that opens straight from your device.',
  download: 'Save this page as one file', getRoots: 'Download the daily roots',
  chooseBoth: 'Choose the file of the report and the file of the log.',
  reading: (entries, part) => `Checking: ${number(entries)} entries, ${Math.floor(part * 100)} %`,
  failed: 'The file could not be read to its end. Try again, or use the command ditakopum report verify.',
  same: 'EQUAL: every figure of this report follows from the log.',
  sameMore: (figures, rows, entries, period, office) =>
    `${figures} figures (${rows} rows) of period ${period}, office “${office}”, computed again from ${number(entries)} entries. The chain of the log is whole.`,
  rooted: (roots) => `The log fits ${number(roots)} daily roots, and the period lies where they say.`,
  unsigned: 'This browser cannot check signatures at an address without https. The order of the roots and what they say was checked.',
  unplaced: 'Without roots: where the period lies is taken from the report, and a log whose end was cut off goes unseen.',
  different: 'NOT EQUAL', differentMore: 'These figures do not follow from the log:',
  figure: 'Figure', stated: 'Report', computed: 'Log', value: 'Value', total: 'all',
  shareOf: (part, whole) => `${number(part)} of ${number(whole)}`,
  minutes: (count) => `${number(count)} office minutes`, count: number, nothing: '–',
  unreadableReport: 'This is no report that can be read, or its days are not those of its period.',
  unreadableRoots: 'This is no file of daily roots. Download it from /log/roots of the office.',
  badLog: 'The log is not whole', log,
  otherLog: (seq) => `This is not the log of that report: entry ${number(seq)} is missing or another one.`,
  stamped: (count, services) =>
    `${number(count)} roots bear a time stamp of “${services}”: over that root, and signed with the certificate inside. Not proven here: whether that service can be trusted. Compare its certificate with openssl.`,
  stampsUnread: 'The roots bear time stamps that this browser cannot check. Use the command ditakopum log verify.',
  rootLine: 'In the foot of the printed report must stand:',
  missingRoots: (days) =>
    `Not checked: the file of roots has none of ${days.join(' and ')}, so where the period lies there is taken from the report. Download the roots again if that day is over.`,
  unsure: 'CANNOT BE SAID',
  unknownCatalogue: (edition) => `The report was made with edition ${edition} of the catalogue of figures, which this page does not know yet. Use a newer one.`,
  unknownVersion: (name, version) => `${name} by version ${version} of its definition: this page does not know that version.`,
  restSame: 'The other figures are equal to the log.',
  otherPlace: (stated, found) => `The report says entries ${stated}; by the daily roots the period is entries ${found}.`,
  names: {
    masuk: 'Applications received', selesai: 'Applications decided', terbit: 'Letters issued', ditolak: 'Applications refused', ditarik: 'Withdrawn or lapsed',
    'tepat-waktu': 'Decided in time', 'periksa-tepat-waktu': 'Looked at in time', 'waktu-median': 'Office time, median', 'waktu-p90': 'Office time, 90 %',
    'waktu-terlama': 'Office time, longest', 'waktu-pemohon-median': 'Applicant time, median', 'sekali-jalan': 'Right the first time',
    'dikembalikan-dua-kali': 'Returned twice or more', terbuka: 'Still open', 'terlambat-terbuka': 'Open and late', 'tahap-median': 'Time per stage, median',
    'tahap-p90': 'Time per stage, 90 %', 'sebab-dikembalikan': 'Returns and their reasons', langkah: 'Steps by officers', 'petugas-aktif': 'Officers at work',
  },
}
