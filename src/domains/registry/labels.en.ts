import { datesEn } from '../../kernel/dates.ts'
import { photoEn } from './photo-messages.en.ts'
import type { Labels } from './labels.ts'

/** Answers, values and sources in English. Proper names of permits and programmes stay. */
export const labelsEn: Labels = {
  choices: {
    gender: { female: 'Female', male: 'Male' },
    education: {
      none: 'No school', primary: 'Primary school', 'lower-secondary': 'Lower secondary', 'upper-secondary': 'Upper secondary', diploma: 'Diploma (D1-D3)',
      bachelor: 'Bachelor (D4/S1)', postgraduate: 'Master and above',
    },
    maritalStatus: { single: 'Single', married: 'Married', divorced: 'Divorced', widowed: 'Widowed' },
    placeKind: {
      home: 'At home', shop: 'Kiosk or shop', market: 'Market', stall: 'Fixed street stall', mobile: 'Moving around', centre: 'Guided group of stalls', 'online-only': 'Online only', other: 'Other',
    },
    placeOwnership: { own: 'Owned', rented: 'Rented', borrowed: 'Borrowed', public: 'Public ground' },
    legalForm: {
      none: 'A person, no legal body', 'single-person-company': 'Single-person company (PT perorangan)', 'limited-partnership': 'Limited partnership (CV)', firm: 'Firm (firma)',
      company: 'Company (PT)', cooperative: 'Cooperative', group: 'Group', other: 'Other',
    },
    status: { active: 'Active', paused: 'Closed for now', closed: 'Closed', 'moved-away': 'Moved away', 'not-found': 'Not found', duplicate: 'Double' },
    productionMethod: { manual: 'By hand', tools: 'With tools', machines: 'With machines' },
    bookkeeping: { none: 'None', book: 'In a book', app: 'With an app' },
    capitalSources: {
      own: 'Own money', family: 'Family', kur: 'KUR', bank: 'Bank loan other than KUR', kurda: 'Kurda', cooperative: 'Cooperative', 'online-loan': 'Online loan',
      moneylender: 'Moneylender', grant: 'Grant', other: 'Other',
    },
    marketAreas: { village: 'Village', district: 'District', regency: 'Regency', province: 'Province', nation: 'Whole country', export: 'Export' },
    salesChannels: {
      direct: 'Directly', reseller: 'Resellers', marketplace: 'Marketplaces', 'social-media': 'Social media', 'e-catalogue': 'E-catalogue', 'modern-retail': 'Modern retail', other: 'Other',
    },
    coordinatesSource: { interview: 'Taken at a visit', map: 'Chosen on a map', photo: 'From a photo', import: 'From older data' },
    marketplaces: {
      shopee: 'Shopee', tokopedia: 'Tokopedia', 'tiktok-shop': 'TikTok Shop', lazada: 'Lazada', blibli: 'Blibli', gofood: 'GoFood', grabfood: 'GrabFood', shopeefood: 'ShopeeFood',
      'padi-umkm': 'PaDi UMKM', other: 'Other',
    },
    programs: {
      training: 'Training', mentoring: 'Mentoring', kurma: 'KURMA', kurda: 'Kurda', bpum: 'BPUM', exhibition: 'Exhibition', facilitation: 'Help with permits', other: 'Other programme',
    },
    respondent: { owner: 'Owner', manager: 'Manager', family: 'Family' },
    visitOutcome: {
      done: 'Done', appointment: 'Another appointment', refused: 'Refused', 'not-home': 'Not there', 'not-found': 'Not found', closed: 'Closed', duplicate: 'Double', 'not-target': 'Not meant',
    },
    ossScale: { micro: 'Micro', small: 'Small', medium: 'Medium', large: 'Large' },
    unknown: { unknown: 'Does not know', refused: 'Would rather not say' },
    scale: { micro: 'micro enterprise', small: 'small enterprise', medium: 'medium enterprise', large: 'large enterprise' },
    scaleCriterion: { annualSales: 'sales of a year', capital: 'capital' },
  },
  fields: {
    name: 'Name of the business', brand: 'Brand', ownerId: 'Owner', mainProduct: 'Main product', kbli: 'Activity (KBLI)', kbliVersion: 'Version of KBLI', otherKbli: 'Further KBLI codes',
    description: 'Description', villageCode: 'Village', address: 'Address', rt: 'RT', rw: 'RW', hamlet: 'Hamlet', postalCode: 'Postal code', latitude: 'Latitude', longitude: 'Longitude',
    accuracyM: 'Accuracy of the point', coordinatesSource: 'Where the point is from', placeKind: 'Kind of place', placeOwnership: 'Whose place', legalForm: 'Legal form', startedOn: 'Started',
    status: 'Status', mergedInto: 'Merged into', productionMethod: 'Way of production', monthlyCapacity: 'Capacity a month', capacityUnit: 'Unit of capacity', activeMonths: 'Months at work',
    workersPaidMale: 'Paid men', workersPaidFemale: 'Paid women', workersUnpaidMale: 'Men of the family, unpaid', workersUnpaidFemale: 'Women of the family, unpaid',
    workersDisabled: 'Workers with a disability', hasWorkersInsurance: 'Workers in BPJS Ketenagakerjaan', capital: 'Capital', annualSales: 'Sales of a year', salesYear: 'Year of sales',
    monthlySales: 'Sales a month', monthlyCosts: 'Costs a month', startingCapital: 'Capital at the start', assets: 'Assets', bookkeeping: 'Bookkeeping', hasBankAccount: 'Has a bank account',
    capitalSources: 'Where capital is from', hasRunningLoan: 'Has a running loan', marketAreas: 'Where it sells', salesChannels: 'Ways of selling', onlineShop: 'Name of the online shop',
    marketplaces: 'Marketplaces', partnership: 'Partnership', usesSmartphone: 'Uses a smartphone', usesInternet: 'Uses the internet', acceptsQris: 'Takes QRIS', usesCashierApp: 'Uses a cashier app',
    nib: 'NIB', nibDate: 'Date of the NIB', nibName: 'Name in the NIB', ossScale: 'Scale in OSS', npwp: 'NPWP of the business', pirt: 'P-IRT number', halalNumber: 'Halal certificate number',
    halalDate: 'Date of the halal certificate', halalUntil: 'Halal valid until', trademarkNumber: 'Number of the registered trademark', trademarkClasses: 'Classes of the trademark',
    bpomNumber: 'BPOM permit number', hygieneNumber: 'SLHS number', standardNumber: 'SNI number', otherRights: 'Other intellectual property', oldLicenceNumber: 'Old IUMK number',
    programs: 'Programmes taken part in', respondent: 'Who answered', visitOutcome: 'Result of the visit', interviewedAt: 'Time of the interview', formVersion: 'Version of the form',
  },
  owner: {
    birthPlace: 'Place of birth', education: 'Education', maritalStatus: 'Marital status', disability: 'Has a disability', disabilityKind: 'Kind of disability', residenceAddress: 'Lives at',
    inSocialRegister: 'Listed in DTSEN', receivesFamilyAid: 'Receives PKH',
  },
  blocks: {
    pemilik: 'About the owner', tempat: 'Place and legal form', produksi: 'Production', pekerja: 'Workers', keuangan: 'Money', pasar: 'Market and digital', izin: 'Permits and certificates',
    program: 'Programmes taken part in', pendataan: 'Data collection',
  },
  hints: {
    otherKbli: 'Codes of five digits, parted by commas.', trademarkClasses: 'Numbers from 1 to 45, parted by commas.', onlineShop: 'Name of the shop or account.',
    startingCapital: 'Capital when the business began.', assets: 'All that belongs to it, land and buildings too.', monthlyCosts: 'Materials, wages, rent, electricity and other costs.',
    hygieneNumber: 'Certificate of hygiene and sanitation.', standardNumber: 'Certificate of the Indonesian national standard.', otherRights: 'For example copyright or industrial design.',
    oldLicenceNumber: 'Licence for micro businesses before the NIB.', interviewedAt: 'For example 12-8-2026 18.30.', activeMonths: 'For seasonal work. Leave empty if all year round.',
  },
  sources: {
    self: 'The owner', counter: 'Counter', village: 'Village officer', office: 'Officer', enumerator: 'Enumerator', import: 'Older data', 'import-oss': 'List of OSS',
    'import-sidt': 'List of SIDT', 'import-old': 'Older list of the office', seed: 'Sample data', application: 'Papers of an application',
  },
  photos: photoEn.subjects,
  words: {
    yes: 'Yes', no: 'No', hidden: 'Rp ••••••', people: (count) => (count === 1 ? '1 person' : `${count} people`),
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    block: {
      lead: 'All of this may stay empty. Fill in what you know.', unstated: (label) => `${label}: when there is no answer`, save: 'Save', cancel: 'Cancel',
      kept: (masked) => `Kept: ${masked}. Fill in only if it changed.`, wrongDate: 'Give a day, month and year of the calendar.', wrongMoment: 'Give day and time like 12-8-2026 18.30.',
      wrongNumber: 'Fill in a number, from 0.', notAnswered: 'Not answered yet',
    },
    program: {
      kind: 'Programme', name: 'What it was called', from: 'From', to: 'To', value: 'Value of the aid', officer: 'Officer', remove: 'Remove', addTitle: 'Add a programme',
      until: (to) => `to ${to}`, kept: 'Programmes on record',
    },
  },
  ...datesEn,
}
