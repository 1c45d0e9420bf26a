import type { ScreenWords } from './screen-messages.id.ts'

/** The owner's pages in English. Reasons for refusals and warnings come from the rules and are Indonesian. */
export const screenEn: ScreenWords = {
  mine: {
    title: 'My businesses', lead: 'Enter a business once; every application uses it.', add: 'Add a business',
    kept: 'On record',
    none: 'No business yet', noneTodo: 'Enter your business once, in about 5 minutes. Every page is saved.',
    unfinished: 'Not finished yet', goOn: 'Continue', saved: (when) => `Last saved ${when}`, unnamed: 'Business without a name',
  },
  wizard: {
    title: 'Your business', next: 'Save and continue', save: 'Save the change', later: 'Continue later', cancel: 'Cancel',
    forWhom: (name) => `You are filling this in for ${name}.`, forWhomNote: 'Your name and the owner’s are recorded together.',
    privacy:
      'The office uses this to serve and support your business (PP 7/2021). '
      + 'ID number, phone and money are masked on officers’ screens, and every look is logged.',
    privacyLink: 'Read the privacy notice', discard: 'Delete this draft',
    steps: {
      usaha: 'Business', kegiatan: 'Activity', kecamatan: 'Place', alamat: 'Place', mulai: 'History', modal: 'Money', penjualan: 'Money',
        nib: 'Permits', periksa: 'Check',
    },
    alreadySaved: 'This business is already saved', toBusiness: 'See the business', pickPerson: 'First choose whom you help',
    pickPersonTodo: 'A citizen’s business is entered through "Bantu warga", so that the consent is recorded.', helpLink: 'Help a citizen',
    noMandate: 'This citizen’s consent to be helped is not recorded or has ended. Begin again at "Bantu warga".',
  },
  name: {
    title: 'What is the business called?', name: 'Business name', nameHint: 'As buyers know it, for example Kerupuk Udang Bu Siti.',
    product: 'What does it mainly make or sell?', productHint: 'The one thing you do most, for example prawn crackers.',
  },
  activity: {
    title: 'What does the business do?', search: 'Type a product or a trade',
      searchHint: 'In Indonesian, for example krupuk, warung, jahit, bengkel. A KBLI code works too.',
    find: 'Search', choose: 'Choose the closest', none: (q) => `Nothing fits "${q}"`,
    noneTodo: 'Try a more general word, such as "makanan" or "toko". Our counter helps you choose, too.',
    hint: 'This code (KBLI) is also in your NIB. If you have one, use the same.',
      needed: 'Choose one activity from the list. If none fits, search with another word.',
  },
  district: { title: 'In which district is the business?', hint: 'The place of business, not the address on your card.',
    needed: 'Choose the district of the business.' },
  place: {
    title: 'Where is the business?', village: (district) => `Village in the district of ${district}`, otherDistrict: 'Another district',
    address: 'Street or place', addressHint: 'For example Jalan Melati 14, or Pasar Larangan blok C.', rt: 'RT', rw: 'RW',
      hamlet: 'Hamlet (dusun)',
  },
  start: {
    title: 'Since when has it been running?', date: 'Start of the business',
      dateHint: 'Month and year are enough. Leave the day empty if you forgot it.',
    workers: 'How many people work in it?', workersHint: 'With the owner. Leave empty what you do not know, write 0 for nobody.',
    paidMale: 'Men, paid', paidFemale: 'Women, paid', unpaidMale: 'Men, family without pay', unpaidFemale: 'Women, family without pay',
    dateWrong: 'Give the month (1 to 12) and the year of the start, for example 3 and 2019.',
  },
  money: {
    capitalTitle: 'How much capital works in it now?', capital: 'Capital',
      capitalHint: 'Tools, material, goods and money of the business. Land and building of the place do not count.',
    salesTitle: 'How much does it sell?', sales: 'Sales',
      salesHint: 'All money taken in by selling, before costs. An honest estimate is enough.',
    unit: 'Unit of the figure above', units: { rupiah: 'Whole rupiah', ribu: 'Thousands', juta: 'Millions' },
      unitHint: 'For 5 million write 5 and choose Millions.',
    period: 'The figure is for', periods: { year: 'One year', month: 'One month (we multiply by 12)' }, year: 'Which year?',
      yearHint: 'A year that is over is better.',
    or: 'Or without a figure', stated: 'I give the figure', unknown: 'I do not know', refused: 'I would rather not say',
    choosePeriod: 'Choose whether the figure is for a year or a month.',
    refusal: {
      empty: 'Give the amount in figures, or choose "I do not know" or "I would rather not say".',
      'not-a-number': 'Write the amount in figures, for example 48000000, or 48 with the unit Millions.',
      negative: 'The amount cannot be less than zero. Remove the minus sign.', fraction: 'Write whole rupiah.',
      ambiguous: 'This figure can be read in two ways. Write it in full, for example 1.500.000 with the unit Whole rupiah.',
      'too-large': 'This amount is too large. Count the zeros again.',
    },
  },
  nib: { title: 'Does the business have a NIB?', nib: 'NIB',
    hint: '13 digits at the top of the document from OSS. Leave empty if you have none; you can apply all the same.' },
  check: {
    title: 'Check before saving', save: 'Save the business', missing: 'Something is still missing', warnings: 'Please look once more',
    warningsNote: 'If it is right, just save.', scale: 'Size of the business',
  },
  scale: {
    is: { micro: 'Micro enterprise', small: 'Small enterprise', medium: 'Medium enterprise', large: 'Large enterprise' },
    none: 'Cannot be computed yet', noneWhy: 'Neither capital nor sales are stated. The size is computed as soon as one of them is.',
    basis: { annualSales: 'annual sales', capital: 'capital without land and building' },
    upTo: (basis, amount, bound) => `Because of ${basis}: ${amount}, not above ${bound}.`,
    above: (basis, amount, bound) => `Because of ${basis}: ${amount}, above ${bound}.`,
    reason: {
      'full-book-year': 'Sales decide, because the business has run for a full book year.',
        'no-full-book-year': 'Capital decides, because the business has not run for a full book year.',
      'sales-not-stated': 'Capital is used, because sales are not stated.',
        'capital-not-stated': 'Sales are used, because capital is not stated.',
    },
    source: (source) => `Source: ${source}.`,
  },
  sheet: {
    identity: 'Business', number: 'Registry number', name: 'Name', product: 'Main product', activity: 'Activity (KBLI)', place: 'Place', address: 'Address',
    village: 'Village', district: 'District', point: 'Coordinates', course: 'History', startedOn: 'Started', workers: 'Workers', status: 'Status',
    workersText: (paid, unpaid) => `${paid} paid, ${unpaid} family without pay`, money: 'Money', capital: 'Capital', sales: (year) => `Sales of ${year}`,
    salesNoYear: 'Annual sales', monthly: 'Sales a month', permits: 'Permits', nib: 'NIB', pirt: 'P-IRT', npwp: 'NPWP', nationalId: 'NIK', hidden: 'Rp ••••••',
    halal: 'Halal certificate', trademark: 'Trade mark', owner: 'Owner', ownerName: 'Name', familyCard: 'Family card', phone: 'Phone', gender: 'Gender',
    unchecked: 'not compared with the population register', yes: 'Yes', no: 'No', quality: 'Completeness', qualityScore: (score) => `${score} of 100`,
    allThere: 'Everything important is there.', notYet: 'Not filled in yet', verified: 'Verified', unverified: 'Not verified yet', apply: 'Apply for a letter',
    seen: 'Opened for you, and logged', unstated: 'asked, not stated', saved: 'The business is saved.', otherField: 'another answer',
    missing: {
      'owner.nationalId': 'NIK of the owner', 'owner.name': 'Name of the owner', 'owner.phone': 'Phone of the owner', consent: 'Privacy notice read', name: 'Name of the business',
      address: 'Address', villageCode: 'Village', kbli: 'Activity', mainProduct: 'Main product', startedOn: 'Start of the business', capital: 'Capital', annualSales: 'Sales of a year',
      salesYear: 'Year of sales', nib: 'NIB', 'owner.familyCardNumber': 'Number of the family card', npwp: 'NPWP', latitude: 'Point on the map', photo: 'Photo of the place',
      confirmedOn: 'Yearly confirmation',
    },
  },
}
