import type { PublicReportWords } from './messages-public-reports.id.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const KINDS = { monthly: 'Monthly', quarterly: 'Quarterly', yearly: 'Yearly' }

/** The public pages of reports in English; the reports themselves are Indonesian. */
export const publicReportsEn: PublicReportWords = {
  title: 'Reports on our service', back: 'All reports',
  lead: 'Signed reports. You can compute every figure of the service again yourself, from the event log.',
  none: 'No report signed yet', noneTodo: 'The first monthly report appears once the head of office has approved it.',
  list: { report: 'Report', period: 'Period', signed: 'Signed' },
  name(kind, key, version) {
    const [year = '', part = ''] = key.split('-')
    const period = kind === 'monthly' ? `${MONTHS[Number(part) - 1] ?? part} ${year}` : kind === 'yearly' ? year : `quarter ${part.slice(1)} of ${year}`
    return `${KINDS[kind]} report on service, ${period}${version === 1 ? '' : `, version ${version}`}`
  },
  inIndonesian: 'The files are in Indonesian.',
  replaced: 'A newer version took the place of this one.', newer: 'Open the newest version', test: 'A sample, not valid: signed with a sample certificate.',
  files: 'Files', download: (part) => `Download ${part.toUpperCase()}`, sha256: (part) => `SHA-256 of the ${part.toUpperCase()}`,
  summary: 'Summary', figure: 'Figure', value: 'Value', of: 'Unit', units: { count: 'how many', share: 'part of the whole', minutes: 'office hours' }, partOf: (part, whole) => `${part} of ${whole}`,
  check: 'How to check it',
  checkLead: 'Download the JSON of this report and ask the office for the event log. Compute it again in your browser, or run this command. It says SAMA (equal), or names the figure that differs.',
  inBrowser: 'Compute again in the browser', log: 'Place in the log', entries: (first, last) => `entries ${first} to ${last}`,
  root: 'The root as one line, as in the foot of the printed report', registry: 'Figures of the registry',
  registryNote: (day) => `From the registry as of ${day}. These cannot be computed again from the log.`, roots: 'Daily roots of the log',
}
