/**
 * Answers with a fixed list, in the order of the registry notes, section 4. Their Indonesian labels lie in `messages.id.ts`.
 */

/** Bentuk: of persons (primer), or of cooperatives (sekunder). */
export const LEVELS = ['primary', 'secondary'] as const

/** Jenis koperasi. Source: UU 25/1992, Pasal 16 with its explanation */
export const KINDS = ['consumer', 'producer', 'marketing', 'service', 'savings-and-loan'] as const

/** Pola pengelolaan. */
export const PATTERNS = ['conventional', 'sharia'] as const

/** Kelompok: around whom the cooperative was formed. `kdkmp` is the Koperasi Desa/Kelurahan Merah Putih. */
export const GROUPS = [
  'kud', 'multi-purpose', 'employees', 'women', 'boarding-school', 'market', 'school', 'fishers', 'farmers', 'kdkmp', 'other',
] as const

/** Where the members live; it decides who supervises. */
export const MEMBERSHIP_AREAS = ['regency', 'province', 'nation'] as const

/** Savings and loan for members only, or open to others (then under OJK). Source: UU 4/2023 (P2SK) */
export const LOOPS = ['closed', 'open', 'undeclared'] as const

export const COOPERATIVE_STATUSES = ['active', 'inactive', 'frozen', 'dissolving', 'dissolved'] as const

/** Grade on the certificate of the cooperative number; it depends on meetings held and on complete data. */
export const CERTIFICATE_GRADES = ['A', 'B', 'C1', 'C2'] as const

/** Klasifikasi usaha koperasi, from small to large; confirmed by an officer. */
export const KUK_CLASSES = ['1', '2', '3', '4'] as const

export const BRANCH_KINDS = ['branch', 'sub-branch', 'cash-office'] as const

/** How a KDKMP came to be. Source: SE Menkop 1/2025 */
export const KDKMP_SCHEMES = ['new', 'development', 'revitalisation'] as const

/** Gerai of a KDKMP. */
export const OUTLETS = ['groceries', 'pharmacy', 'clinic', 'office', 'savings-and-loan', 'cold-storage', 'logistics', 'other'] as const

/** Organs whose holders are kept: pengurus, pengawas, dewan pengawas syariah, pengelola. */
export const ORGANS = ['board', 'supervisory-board', 'sharia-board', 'management'] as const

export const POSITION_ROLES = ['chair', 'vice-chair', 'secretary', 'treasurer', 'member', 'manager'] as const

export const GENDERS = ['female', 'male'] as const

/** Predikat of a health examination. Source: Permenkop UKM 9/2020 and its working sheet */
export const HEALTH_GRADES = ['healthy', 'fairly-healthy', 'under-supervision', 'under-special-supervision'] as const

export const AUDIT_OPINIONS = ['unqualified', 'qualified', 'adverse', 'disclaimer'] as const

/** What the annual meeting did with the accountability of the board. */
export const MEETING_RESULTS = ['accepted', 'accepted-with-notes', 'rejected'] as const

/** Why an answer is missing: asked and not known, or asked and not told. Neither is empty, neither is zero. */
export const UNSTATED_REASONS = ['unknown', 'refused'] as const

/** Questions about the body that may be answered with one of the reasons above. */
export const UNSTATABLE = [
  'cooperativeNumber', 'npwp', 'nib', 'membersFemale', 'membersMale', 'candidateMembers', 'employeesFemale', 'employeesMale',
] as const

/** Sums of a book year that may be answered so. */
export const YEAR_SUMS = [
  'principalSaving', 'mandatorySaving', 'reserves', 'grants', 'ownCapital', 'outsideCapital', 'voluntarySaving', 'timeDeposits', 'assets',
  'turnover', 'loansGiven', 'nonPerformingLoans', 'income', 'expenses', 'netSurplus',
] as const

export type CooperativeKind = (typeof KINDS)[number]
export type CooperativeGroup = (typeof GROUPS)[number]
export type CooperativeLevel = (typeof LEVELS)[number]
export type CooperativeStatus = (typeof COOPERATIVE_STATUSES)[number]
export type HealthGrade = (typeof HEALTH_GRADES)[number]
