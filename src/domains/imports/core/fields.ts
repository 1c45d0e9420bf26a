/** Which register a list belongs to. */
export type RecordKind = 'business' | 'cooperative'

/** How the cells of a field are read. */
export type FieldForm =
  | 'text' | 'digits16' | 'digits13' | 'digits' | 'tax-number' | 'home-industry' | 'permit' | 'phone' | 'telephone' | 'email' | 'money'
  | 'surplus' | 'count' | 'number'
  | 'date' | 'year' | 'kbli' | 'kbli-list' | 'latitude' | 'longitude' | 'point' | 'gender' | 'yes-no' | 'choice' | 'choices'
  | 'rt' | 'rt-rw' | 'postal-code' | 'birth' | 'village' | 'district' | 'village-code' | 'regency'

/** `unstatable`: "tidak tahu" and "menolak" are answers of their own. `repeats`: several columns may fill it. */
export type FieldRule = { form: FieldForm; unstatable?: true; repeats?: true }

const text: FieldRule = { form: 'text' }
const permit: FieldRule = { form: 'permit' }
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
  kbli: { form: 'kbli' }, npwp: { form: 'tax-number', unstatable: true },
  nib: { form: 'digits13', unstatable: true }, status: choice, assets: openMoney,
  externalId: text, registryNumber: text, observedOn: date,
} as const satisfies Record<string, FieldRule>

/**
 * A business, by the keys of its record; answers of its owner begin with `owner.`. Three are no keys of the record:
 * `capitalPart` is added up into `capital`, `workersTotal` counts men and women together, `statedScale` is the scale the list claims.
 */
const BUSINESS = {
  ...BOTH, otherKbli: { form: 'kbli-list' }, nibDate: date, nibName: text,
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

/**
 * A cooperative, by the keys of its record and of a book year. Six are no keys of these: `members` and `employees` where a list has only
 * the sum, `meetingHeld` where it only says whether there was a meeting, and people by their office (`chair`, `chair.phone` …).
 */
const COOPERATIVE = {
  ...BOTH,
  cooperativeNumber: { form: 'digits', unstatable: true }, legalEntityNumber: text, legalEntityDate: date, amendmentNumber: text,
  amendmentDate: date, notary: text, phone: { form: 'telephone' }, email: { form: 'email' }, level: choice, kind: choice, pattern: choice,
  group: choice, sector: text, membershipArea: choice, hasSavingsUnit: yesNo, savingsLicenceNumber: permit, savingsLicenceDate: date,
  certificateNumber: permit, certificateDate: date, certificateGrade: choice, statusReason: text,
  chair: text, 'chair.phone': { form: 'telephone' }, secretary: text, treasurer: text, supervisor: text, manager: text,
  'manager.phone': { form: 'telephone' },
  members: count, membersMale: openCount, membersFemale: openCount, candidateMembers: openCount,
  employees: count, employeesMale: openCount, employeesFemale: openCount,
  bookYear: { form: 'year' }, meetingOn: date, meetingHeld: yesNo, membersAttended: count,
  principalSaving: openMoney, mandatorySaving: openMoney, reserves: openMoney, grants: openMoney, ownCapital: openMoney,
  outsideCapital: openMoney, voluntarySaving: openMoney, timeDeposits: openMoney, turnover: openMoney, loansGiven: openMoney,
  nonPerformingLoans: openMoney, income: openMoney, expenses: openMoney, netSurplus: { form: 'surplus', unstatable: true },
  healthGrade: choice,
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

/** Is it a sum of money, whose heading may say a unit and a year? */
export const isSum = (form: FieldForm | undefined): boolean => form === 'money' || form === 'surplus'
