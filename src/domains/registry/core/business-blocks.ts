/**
 * How an answer is asked, read and shown. `hidden` is a number of a person or of a business that stands masked; `money` is masked for
 * everybody but its owner.
 */
export type FieldKind =
  | 'text' | 'long-text' | 'number' | 'count' | 'money' | 'date' | 'moment' | 'yes-no' | 'choice' | 'choices' | 'months' | 'codes' | 'classes'
  | 'programs' | 'village' | 'kbli' | 'degrees' | 'person' | 'record' | 'hidden' | 'year'

/** Every field of a business, in the order in which two records are compared. */
const KINDS = {
  name: 'text', brand: 'text', ownerId: 'person', mainProduct: 'text', kbli: 'kbli', kbliVersion: 'text', otherKbli: 'codes', description: 'long-text',
  villageCode: 'village', address: 'text', rt: 'text', rw: 'text', hamlet: 'text', postalCode: 'text',
  latitude: 'degrees', longitude: 'degrees', accuracyM: 'number', coordinatesSource: 'choice',
  placeKind: 'choice', placeOwnership: 'choice', legalForm: 'choice', startedOn: 'date', status: 'choice', mergedInto: 'record',
  productionMethod: 'choice', monthlyCapacity: 'number', capacityUnit: 'text', activeMonths: 'months',
  workersPaidMale: 'count', workersPaidFemale: 'count', workersUnpaidMale: 'count', workersUnpaidFemale: 'count', workersDisabled: 'count', hasWorkersInsurance: 'yes-no',
  capital: 'money', annualSales: 'money', salesYear: 'year', monthlySales: 'money', monthlyCosts: 'money', startingCapital: 'money', assets: 'money',
  bookkeeping: 'choice', hasBankAccount: 'yes-no', capitalSources: 'choices', hasRunningLoan: 'yes-no',
  marketAreas: 'choices', salesChannels: 'choices', onlineShop: 'text', marketplaces: 'choices', partnership: 'text',
  usesSmartphone: 'yes-no', usesInternet: 'yes-no', acceptsQris: 'yes-no', usesCashierApp: 'yes-no',
  nib: 'text', nibDate: 'date', nibName: 'text', ossScale: 'choice', npwp: 'hidden', pirt: 'text', halalNumber: 'text', halalDate: 'date', halalUntil: 'date',
  trademarkNumber: 'text', trademarkClasses: 'classes', bpomNumber: 'text', hygieneNumber: 'text', standardNumber: 'text', otherRights: 'text', oldLicenceNumber: 'text',
  programs: 'programs',
  respondent: 'choice', visitOutcome: 'choice', interviewedAt: 'moment', formVersion: 'text',
} as const satisfies Record<string, FieldKind>

export type BusinessFieldName = keyof typeof KINDS

/** @returns `text` for a field that no version of the record knows any more */
export const kindOf = (field: string): FieldKind => (isBusinessField(field) ? KINDS[field] : 'text')

export const isBusinessField = (field: string): field is BusinessFieldName => Object.hasOwn(KINDS, field)

export const BUSINESS_FIELDS = Object.keys(KINDS)

/**
 * The optional blocks of the code book, each a form of its own. Names are parts of addresses. The core of the record has its own pages;
 * what a visit has found is told by officers only.
 */
export const BLOCKS = {
  tempat: ['brand', 'postalCode', 'placeKind', 'placeOwnership', 'legalForm'],
  produksi: ['description', 'otherKbli', 'productionMethod', 'monthlyCapacity', 'capacityUnit', 'activeMonths'],
  pekerja: ['workersDisabled', 'hasWorkersInsurance'],
  keuangan: ['startingCapital', 'assets', 'monthlyCosts', 'bookkeeping', 'hasBankAccount', 'capitalSources', 'hasRunningLoan'],
  pasar: ['marketAreas', 'salesChannels', 'onlineShop', 'marketplaces', 'partnership', 'usesSmartphone', 'usesInternet', 'acceptsQris', 'usesCashierApp'],
  izin: [
    'nibDate', 'nibName', 'ossScale', 'npwp', 'pirt', 'halalNumber', 'halalDate', 'halalUntil', 'trademarkNumber', 'trademarkClasses', 'bpomNumber', 'hygieneNumber',
    'standardNumber', 'otherRights', 'oldLicenceNumber',
  ],
  program: ['programs'],
  pendataan: ['visitOutcome', 'respondent', 'interviewedAt', 'formVersion'],
} as const satisfies Record<string, readonly BusinessFieldName[]>

export type BlockKey = keyof typeof BLOCKS
export const BLOCK_KEYS = ['tempat', 'produksi', 'pekerja', 'keuangan', 'pasar', 'izin', 'program', 'pendataan'] as const satisfies readonly BlockKey[]

/** Told by those who visited, not by the owner. */
export const isForOfficers = (block: BlockKey): boolean => block === 'pendataan'

/** What an owner may tell of himself beyond what is asked of everybody: a form of its own (`pemilik`). */
export const OWNER_FIELDS = [
  'birthPlace', 'education', 'maritalStatus', 'disability', 'disabilityKind', 'residenceAddress', 'inSocialRegister', 'receivesFamilyAid',
] as const

const OWNER_KINDS = {
  birthPlace: 'text', education: 'choice', maritalStatus: 'choice', disability: 'yes-no', disabilityKind: 'text', residenceAddress: 'text',
  inSocialRegister: 'yes-no', receivesFamilyAid: 'yes-no',
} as const satisfies Record<(typeof OWNER_FIELDS)[number], FieldKind>

export const ownerKindOf = (field: (typeof OWNER_FIELDS)[number]): FieldKind => OWNER_KINDS[field]
