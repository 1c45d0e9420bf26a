/** Which register a list belongs to. */
export type RecordKind = 'business' | 'cooperative'

/** How the cells of a field are read. */
export type FieldForm =
  | 'text' | 'digits16' | 'digits13' | 'tax-number' | 'home-industry' | 'permit' | 'phone' | 'email' | 'money' | 'count' | 'number'
  | 'date' | 'year' | 'kbli' | 'kbli-list' | 'latitude' | 'longitude' | 'point' | 'gender' | 'yes-no' | 'choice' | 'choices'
  | 'rt' | 'rt-rw' | 'postal-code' | 'birth' | 'village' | 'district' | 'village-code' | 'regency'

/** `unstatable`: "tidak tahu" and "menolak" are answers of their own. `repeats`: several columns may fill it. */
export type FieldRule = { form: FieldForm; unstatable?: true; repeats?: true }

const text: FieldRule = { form: 'text' }
const permit: FieldRule = { form: 'permit' }
const money: FieldRule = { form: 'money' }
const count: FieldRule = { form: 'count' }
const date: FieldRule = { form: 'date' }
const yesNo: FieldRule = { form: 'yes-no' }
const choice: FieldRule = { form: 'choice' }
const choices: FieldRule = { form: 'choices' }
const openMoney: FieldRule = { form: 'money', unstatable: true }
const openCount: FieldRule = { form: 'count', unstatable: true }

/**
 * Fields of both registers. The reader turns these into others: `village`, `district` and `villageCode` into `villageCode`, `point` into
 * `latitude` and `longitude`, `rtRw` into `rt` and `rw`; `regency` only tells whether the row belongs to this regency.
 * `externalId` is the number in the sender's own list, `observedOn` the day on which the row was true.
 */
const BOTH = {
  name: text, address: text, village: { form: 'village' }, district: { form: 'district' }, villageCode: { form: 'village-code' },
  regency: { form: 'regency' }, rt: { form: 'rt' }, rw: { form: 'rt' }, rtRw: { form: 'rt-rw' }, hamlet: text,
  postalCode: { form: 'postal-code' }, latitude: { form: 'latitude' }, longitude: { form: 'longitude' }, point: { form: 'point' },
  kbli: { form: 'kbli' }, otherKbli: { form: 'kbli-list' }, npwp: { form: 'tax-number', unstatable: true },
  nib: { form: 'digits13', unstatable: true }, nibDate: date, nibName: text, status: choice, assets: openMoney,
  externalId: text, registryNumber: text, observedOn: date,
} as const satisfies Record<string, FieldRule>

/**
 * A business, by the keys of its record; answers of its owner begin with `owner.`. Three are no keys of the record:
 * `capitalPart` is added up into `capital`, `workersTotal` counts men and women together, `statedScale` is the scale the list claims.
 */
const BUSINESS = {
  ...BOTH,
  'owner.nationalId': { form: 'digits16' }, 'owner.name': text, 'owner.phone': { form: 'phone' }, 'owner.gender': { form: 'gender' },
  'owner.familyCardNumber': { form: 'digits16' }, 'owner.birthPlace': text, 'owner.birthDate': date, 'owner.birth': { form: 'birth' },
  'owner.education': choice, 'owner.disability': yesNo, 'owner.disabilityKind': text, 'owner.maritalStatus': choice,
  'owner.address': text, 'owner.email': { form: 'email' }, 'owner.npwp': { form: 'tax-number' },
  brand: text, placeKind: choice, placeOwnership: choice, legalForm: choice, startedOn: date,
  mainProduct: text, description: text, productionMethod: choice, monthlyCapacity: { form: 'number' }, capacityUnit: text,
  workersPaidMale: openCount, workersPaidFemale: openCount, workersUnpaidMale: openCount, workersUnpaidFemale: openCount,
  workersDisabled: count, workersTotal: count, hasWorkersInsurance: yesNo,
  capital: openMoney, capitalPart: { form: 'money', repeats: true }, startingCapital: openMoney, annualSales: openMoney,
  monthlySales: openMoney, salesYear: { form: 'year' }, monthlyCosts: openMoney, bookkeeping: choice, hasBankAccount: yesNo,
  capitalSources: { form: 'choices', unstatable: true }, hasRunningLoan: { form: 'yes-no', unstatable: true },
  marketAreas: choices, salesChannels: choices, onlineShop: text, partnership: text,
  usesSmartphone: yesNo, usesInternet: yesNo, acceptsQris: yesNo, usesCashierApp: yesNo,
  pirt: { form: 'home-industry' }, halalNumber: permit, trademarkNumber: permit, bpomNumber: permit, statedScale: choice,
} as const satisfies Record<string, FieldRule>

/** A cooperative. Members and employees are counted by gender; `members` and `employees` where a list has only the sum. */
const COOPERATIVE = {
  ...BOTH,
  cooperativeNumber: { form: 'text' }, legalEntityNumber: text, legalEntityDate: date, amendmentNumber: text, amendmentDate: date,
  notary: text, phone: { form: 'phone' }, email: { form: 'email' }, form: choice, kind: choice, pattern: choice, group: text,
  membershipArea: choice, grade: text, chair: text, secretary: text, treasurer: text, supervisor: text, manager: text,
  'chair.nationalId': { form: 'digits16' }, 'chair.phone': { form: 'phone' },
  members: count, membersMale: count, membersFemale: count, employees: count, employeesMale: count, employeesFemale: count,
  bookYear: { form: 'year' }, annualMeetingDate: date, annualMeetingHeld: yesNo, membersPresent: count,
  principalSaving: money, mandatorySaving: money, voluntarySaving: money, ownCapital: money, outsideCapital: money,
  businessVolume: money, netSurplus: money, loansGiven: money, healthPredicate: choice,
} as const satisfies Record<string, FieldRule>

export type BusinessField = keyof typeof BUSINESS
export type CooperativeField = keyof typeof COOPERATIVE
export type Field = BusinessField | CooperativeField

const RULES: Record<RecordKind, Readonly<Record<string, FieldRule>>> = { business: BUSINESS, cooperative: COOPERATIVE }

/** @returns undefined for a field the register does not have: a mapping kept from another version, or from the other register */
export const fieldRule = (kind: RecordKind, field: string): FieldRule | undefined =>
  (Object.hasOwn(RULES[kind], field) ? RULES[kind][field] : undefined)

/** All fields a column may be given, in the order in which a screen offers them. */
export const fieldsOfKind = (kind: RecordKind): string[] => Object.keys(RULES[kind])
