import type { OutColumn, OutRow, OutValue } from '../../../platform/sheets/write.ts'
import { type ExportFormat, momentIn } from '../../../platform/export/source.ts'
import type { Keys } from '../../../platform/secrets/keys.ts'
import type { Business } from '../core/business-record.ts'
import { maskSixteenDigits } from '../core/national-id.ts'
import { formatPhone, maskPhone } from '../core/phone.ts'
import { exportColumns } from '../export-messages.id.ts'
import { choiceLabels } from '../messages.id.ts'
import { sourceLabels } from '../screen-messages.id.ts'
import type { BusinessRow } from './business-rows.ts'

/** How values are told. `numbers`: whole, else masked. JSONL has the codes of the API, tables the words of the screens. */
export type How = { keys: Pick<Keys, 'unseal'>; numbers: boolean; format: ExportFormat }

type Spec = { kind: OutColumn['kind']; of: (row: BusinessRow, how: How) => OutValue | undefined }

const text = (of: Spec['of']): Spec => ({ kind: 'text', of })
const number = (of: Spec['of']): Spec => ({ kind: 'number', of })
const date = (of: Spec['of']): Spec => ({ kind: 'date', of })
const moment = (of: (row: BusinessRow) => string | null): Spec => date((row, { format }) => {
  const wall = of(row)
  return wall === null ? null : momentIn(format, wall)
})

const told = (labels: Readonly<Record<string, string>>, code: string, { format }: How) => (format === 'jsonl' ? code : labels[code] ?? code)

const choice = (labels: Readonly<Record<string, string>>, of: (row: BusinessRow) => string | null | undefined): Spec => text((row, how) => {
  const code = of(row)
  return code ? told(labels, code, how) : null
})

/** Several answers stand in one cell. */
const LIST = '; '
const several = (labels: Readonly<Record<string, string>>, of: (row: BusinessRow) => readonly string[] | undefined): Spec =>
  text((row, how) => of(row)?.map((code) => told(labels, code, how)).join(LIST) ?? null)

/** The digits of a person, whole or with only their ends. */
const digits = (of: (row: BusinessRow) => Buffer | null): Spec => text((row, { keys, numbers }) => {
  const cipher = of(row)
  if (!cipher) return null
  const plain = keys.unseal(cipher)
  return numbers ? plain : maskSixteenDigits(plain)
})

/** What has no column of its own lies among the details; what is there in another form was told by an older program and is left out. */
const detail = <Value extends string | number | boolean>(kind: Spec['kind'],
  is: (value: unknown) => value is Value) => (key: keyof Business): Spec => ({
  kind,
  of({ details }) {
    const value: unknown = details[key]
    return is(value) ? value : null
  },
})
const own = detail('text', (value) => typeof value === 'string')
const count = detail('number', (value) => typeof value === 'number')
const yesNo = detail('boolean', (value) => typeof value === 'boolean')

/** `s***@contoh.id`: whose it is shows to who knows him. */
const maskEmail = (email: string) => `${email.slice(0, 1)}***${email.slice(email.indexOf('@'))}`

/** Questions that were asked and not answered, as against those that nobody asked: `Modal usaha: Tidak tahu`. */
function unanswered({ details: { unknown = {} } }: BusinessRow, how: How): string | null {
  const reasons = Object.entries(unknown).map(([field, reason]) =>
    `${how.format === 'jsonl' ? field : exportColumns[field as keyof typeof exportColumns]?.[0] ?? field}: ${told(choiceLabels.unknown, reason, how)}`)
  return reasons.join(LIST) || null
}

/** `Pelatihan Kemasan halal 2025-03-01/2025-03-03 Rp500000`, one after the other. */
function programsTold({ details: { programs = [] } }: BusinessRow, how: How): string | null {
  const lines = programs.map(({ kind, name, from, to, value }) => [
    told(choiceLabels.programs, kind, how), name, [from, to].filter(Boolean).join('/'), value === undefined ? '' : `Rp${value}`,
  ].filter(Boolean).join(' '))
  return lines.join(LIST) || null
}

/** Every column of an exported business, in its order; headings and meanings stand in `export-messages.id.ts`. */
const BUSINESS_COLUMNS = {
  registryNumber: text((row) => row.registry_number),
  status: choice(choiceLabels.status, (row) => row.status),
  mergedInto: text((row) => row.merged_into),
  name: text((row) => row.name),
  brand: own('brand'),
  ownerName: text((row) => row.owner_name),
  ownerNationalId: digits((row) => row.national_id_cipher),
  ownerPhone: text(({ phone }, { numbers }) => phone && (numbers ? formatPhone(phone) : maskPhone(phone))),
  ownerGender: choice(choiceLabels.gender, (row) => row.gender),
  ownerBirthDate: date(({ birth_date: day }, { numbers }) => (numbers ? day : day?.slice(0, 4))),
  ownerFamilyCardNumber: digits((row) => row.family_card_cipher),
  ownerNpwp: digits((row) => row.owner_tax_cipher),
  ownerEmail: text(({ email }, { numbers }) => email && (numbers ? email : maskEmail(email))),
  ownerAddress: text((row) => row.owner_address),
  ownerVillageCode: text((row) => row.owner_village),
  ownerEducation: choice(choiceLabels.education, (row) => row.owner_details.education),
  ownerDisability: ({ kind: 'boolean', of: ({ owner_details: { disability } }, { numbers }) => (numbers ? disability : null) }),
  ownerSocialRegister: ({ kind: 'boolean', of: ({ owner_details: { inSocialRegister } },
    { numbers }) => (numbers ? inSocialRegister : null) }),
  ownerFamilyAid: ({ kind: 'boolean', of: ({ owner_details: { receivesFamilyAid } },
    { numbers }) => (numbers ? receivesFamilyAid : null) }),
  ownerMaritalStatus: choice(choiceLabels.maritalStatus, (row) => row.owner_details.maritalStatus),
  address: text((row) => row.address),
  rt: own('rt'),
  rw: own('rw'),
  hamlet: own('hamlet'),
  villageCode: text((row) => row.village_code),
  village: text((row) => row.village),
  districtCode: text((row) => row.district_code),
  district: text((row) => row.district),
  postalCode: own('postalCode'),
  latitude: number((row) => row.latitude),
  longitude: number((row) => row.longitude),
  accuracyM: count('accuracyM'),
  coordinatesSource: choice(choiceLabels.coordinatesSource, (row) => row.details.coordinatesSource),
  placeKind: choice(choiceLabels.placeKind, (row) => row.details.placeKind),
  placeOwnership: choice(choiceLabels.placeOwnership, (row) => row.details.placeOwnership),
  legalForm: choice(choiceLabels.legalForm, (row) => row.details.legalForm),
  startedOn: date((row) => row.started_on),
  kbli: text((row) => row.kbli),
  kbliVersion: text((row) => row.kbli_version),
  kbliTitle: text((row) => row.kbli_title),
  otherKbli: several({}, (row) => row.details.otherKbli),
  mainProduct: own('mainProduct'),
  description: own('description'),
  productionMethod: choice(choiceLabels.productionMethod, (row) => row.details.productionMethod),
  monthlyCapacity: count('monthlyCapacity'),
  capacityUnit: own('capacityUnit'),
  activeMonths: several({}, (row) => row.details.activeMonths?.map(String)),
  workersPaidMale: count('workersPaidMale'),
  workersPaidFemale: count('workersPaidFemale'),
  workersUnpaidMale: count('workersUnpaidMale'),
  workersUnpaidFemale: count('workersUnpaidFemale'),
  workersDisabled: count('workersDisabled'),
  hasWorkersInsurance: yesNo('hasWorkersInsurance'),
  capital: number((row) => row.capital),
  annualSales: number((row) => row.annual_sales),
  salesYear: number((row) => row.sales_year),
  monthlySales: count('monthlySales'),
  monthlyCosts: count('monthlyCosts'),
  startingCapital: count('startingCapital'),
  assets: count('assets'),
  unanswered: text(unanswered),
  scale: choice(choiceLabels.scale, (row) => row.scale),
  scaleCriterion: choice(choiceLabels.scaleCriterion, (row) => row.scale_criterion),
  bookkeeping: choice(choiceLabels.bookkeeping, (row) => row.details.bookkeeping),
  hasBankAccount: yesNo('hasBankAccount'),
  capitalSources: several(choiceLabels.capitalSources, (row) => row.details.capitalSources),
  hasRunningLoan: yesNo('hasRunningLoan'),
  marketAreas: several(choiceLabels.marketAreas, (row) => row.details.marketAreas),
  salesChannels: several(choiceLabels.salesChannels, (row) => row.details.salesChannels),
  marketplaces: several(choiceLabels.marketplaces, (row) => row.details.marketplaces),
  onlineShop: own('onlineShop'),
  partnership: own('partnership'),
  usesSmartphone: yesNo('usesSmartphone'),
  usesInternet: yesNo('usesInternet'),
  acceptsQris: yesNo('acceptsQris'),
  usesCashierApp: yesNo('usesCashierApp'),
  nib: text((row) => row.nib),
  nibDate: date(({ details }) => details.nibDate),
  nibName: own('nibName'),
  ossScale: choice(choiceLabels.ossScale, (row) => row.details.ossScale),
  npwp: digits((row) => row.tax_number_cipher),
  pirt: own('pirt'),
  halalNumber: own('halalNumber'),
  halalDate: date(({ details }) => details.halalDate),
  halalUntil: date(({ details }) => details.halalUntil),
  trademarkNumber: own('trademarkNumber'),
  trademarkClasses: several({}, (row) => row.details.trademarkClasses?.map(String)),
  bpomNumber: own('bpomNumber'),
  hygieneNumber: own('hygieneNumber'),
  standardNumber: own('standardNumber'),
  otherRights: own('otherRights'),
  oldLicenceNumber: own('oldLicenceNumber'),
  programs: text(programsTold),
  source: choice(sourceLabels, (row) => row.source),
  enteredAt: moment((row) => row.entered_at),
  changedAt: moment((row) => row.changed_at),
  confirmedAt: moment((row) => row.confirmed_at),
  verifiedAt: moment((row) => row.verified_at),
  respondent: choice(choiceLabels.respondent, (row) => row.details.respondent),
  visitOutcome: choice(choiceLabels.visitOutcome, (row) => row.details.visitOutcome),
  interviewedAt: text(({ details }) => details.interviewedAt),
  formVersion: own('formVersion'),
  version: number((row) => row.version),
  id: text((row) => row.id),
  ownerId: text((row) => row.owner_id),
} satisfies Record<keyof typeof exportColumns, Spec>

const SPECS: readonly Spec[] = Object.values(BUSINESS_COLUMNS)

/** The columns with their headings and meanings. */
export const businessColumns: readonly OutColumn[] = Object.entries(BUSINESS_COLUMNS).map(([name, { kind }]) => {
  const [title, note] = exportColumns[name as keyof typeof exportColumns]
  return { name, title, kind, note }
})

/** One record as a row of the file. */
export const businessValues = (row: BusinessRow, how: How): OutRow => SPECS.map(({ of }) => of(row, how) ?? null)
