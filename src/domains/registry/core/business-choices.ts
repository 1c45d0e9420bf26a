/**
 * Answers with a fixed list, in the order of the code book of the registry (domain notes, section 3): its code is the place in
 * the list, counted from the number given; `other` is always 9. Their Indonesian labels lie in `messages.id.ts`.
 */

/** From 0: tidak sekolah, SD, SMP, SMA/SMK, D1-D3, D4/S1, S2 and above. */
export const EDUCATION_LEVELS = [
  'none', 'primary', 'lower-secondary', 'upper-secondary', 'diploma', 'bachelor', 'postgraduate',
] as const

export const MARITAL_STATUSES = ['single', 'married', 'divorced', 'widowed'] as const

/** From 1, `other` 9; `stall` stands at a fixed pavement, `centre` is a guided group of stalls (sentra, PKL binaan). */
export const PLACE_KINDS = ['home', 'shop', 'market', 'stall', 'mobile', 'centre', 'online-only', 'other'] as const

/** From 1: sendiri, sewa, pinjam, fasilitas umum. */
export const PLACE_OWNERSHIPS = ['own', 'rented', 'borrowed', 'public'] as const

/** From 1, `other` 9. `none` is a person without a legal body, `single-person-company` a PT perorangan. */
export const LEGAL_FORMS = [
  'none', 'single-person-company', 'limited-partnership', 'firm', 'company', 'cooperative', 'group', 'other',
] as const

/** From 1: aktif, tutup sementara, tutup, pindah ke luar, tidak ditemukan, ganda. */
export const BUSINESS_STATUSES = ['active', 'paused', 'closed', 'moved-away', 'not-found', 'duplicate'] as const

/** From 1: manual, alat, mesin. */
export const PRODUCTION_METHODS = ['manual', 'tools', 'machines'] as const

/** From 0: tidak, buku, aplikasi. */
export const BOOKKEEPINGS = ['none', 'book', 'app'] as const

/** `kur` and `kurda` are the subsidised credits of state and regency, `moneylender` the rentenir. */
export const CAPITAL_SOURCES = [
  'own', 'family', 'kur', 'bank', 'kurda', 'cooperative', 'online-loan', 'moneylender', 'grant', 'other',
] as const

export const MARKET_AREAS = ['village', 'district', 'regency', 'province', 'nation', 'export'] as const

export const SALES_CHANNELS = [
  'direct', 'reseller', 'marketplace', 'social-media', 'e-catalogue', 'modern-retail', 'other',
] as const

/** Where goods are sold online. */
export const MARKETPLACES = [
  'shopee', 'tokopedia', 'tiktok-shop', 'lazada', 'blibli', 'gofood', 'grabfood', 'shopeefood', 'padi-umkm', 'other',
] as const

/** Programmes of the office and of the state; `kurma` and `kurda` are the regency's, `bpum` the state's grant of the pandemic years. */
export const PROGRAM_KINDS = ['training', 'mentoring', 'kurma', 'kurda', 'bpum', 'exhibition', 'facilitation', 'other'] as const

/** Who answered at the door. From 1: pemilik, pengelola, keluarga. */
export const RESPONDENTS = ['owner', 'manager', 'family'] as const

/** From 1: selesai, janji ulang, menolak, tidak di tempat, tidak ditemukan, tutup, ganda, bukan sasaran. */
export const VISIT_OUTCOMES = ['done', 'appointment', 'refused', 'not-home', 'not-found', 'closed', 'duplicate', 'not-target'] as const

/** The scale as the licensing system states it, beside the one computed here. */
export const OSS_SCALES = ['micro', 'small', 'medium', 'large'] as const

export const COORDINATES_SOURCES = ['interview', 'map', 'photo', 'import'] as const

export const GENDERS = ['female', 'male'] as const

export const KBLI_VERSIONS = ['2020', '2025'] as const

/** Why an answer is missing: the person does not know, or would rather not say. Neither is empty, neither is zero. */
export const UNSTATED_REASONS = ['unknown', 'refused'] as const

/** Questions that may be answered with one of the reasons above. */
export const UNSTATABLE_FIELDS = [
  'capital', 'annualSales', 'startingCapital', 'assets', 'monthlySales', 'monthlyCosts', 'capitalSources', 'hasRunningLoan',
  'workersPaidMale', 'workersPaidFemale', 'workersUnpaidMale', 'workersUnpaidFemale', 'workersDisabled', 'hasWorkersInsurance',
  'bookkeeping', 'hasBankAccount', 'monthlyCapacity', 'nib', 'npwp',
] as const

/** Who told it: the owner, counter, village officer, another officer, an enumerator, a list of another office, or made up for the demo. */
export const SOURCES = [
  'self', 'counter', 'village', 'office', 'enumerator', 'import', 'import-oss', 'import-sidt', 'import-old', 'seed',
] as const

export type Source = (typeof SOURCES)[number]
export type KbliVersion = (typeof KBLI_VERSIONS)[number]
export type BusinessStatus = (typeof BUSINESS_STATUSES)[number]
