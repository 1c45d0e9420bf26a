import type { PaperWords } from './paper-messages.id.ts'

/** The same in English. */
export const paperEn: PaperWords = {
  link: 'Paper form to print',
  title: (service) => `Form: ${service}`,
  lead: 'Fill in with block letters and hand it in at the counter or the village office. An officer types it in. There is no charge.',
  print: 'To print, choose Print in the menu of your browser. Paper A4.',
  edition: (code, version) => `${code}, version ${version}`, qr: 'QR code of this form',
  applicant: 'Applicant', name: 'Full name', nationalId: 'NIK', phone: 'Mobile number', village: 'Village', business: 'Name of the business',
  cooperative: 'Name of the cooperative',
  questions: 'Questions', optional: 'may be left empty', pickOne: 'Mark one box.', pickSome: 'Mark all that apply.',
  known: 'Leave empty if our records are right.', only: 'Only if it applies to you.', nth: (at) => `${at}.`, yes: 'Yes', no: 'No',
  least: (count) => `At least ${count}. If there is not enough room, go on on another sheet.`,
  papers: 'Papers handed in', oneEnough: 'one is enough', ifAny: 'if you have one',
  statements: 'Statements', consent: 'I agree that an officer types in and sends this application on my behalf.',
  place: 'Place, date', signature: 'Signature or thumbprint',
  received: 'For the officer', receivedOn: 'Received on', receivedAt: 'at', receivedBy: 'Name of the officer', typedAs: 'Reference after typing',
}
