import * as choices from '../core/choices.ts'
import { type BookYear, type Cooperative, bookYearSchema, cooperativeSchema } from '../core/record.ts'
import type { ScreenWords } from '../screen-messages.id.ts'

/** How a question is asked. `village` needs the list of a district, `masked` is shown in part to officers and kept when left empty. */
type Way = 'line' | 'digits' | 'masked' | 'radio' | 'select' | 'many' | 'yes-no' | 'count' | 'money' | 'score' | 'date' | 'month'
  | 'village' | 'short'

export type Ask<Key extends string = string> = {
  key: Key; as: Way; optional?: true
  /** Codes of the list; their labels are `words.choices[key]`. */
  choices?: readonly string[]
  most?: number
  /** Only officers are asked. */
  office?: true
  /** Only of cooperatives of this level. */
  level?: 'secondary'
  /** "Tidak tahu" and "menolak" are answers too. */
  unstatable?: true
}

export type Section<Key extends string = string> = { key: SectionKey; of: 'record' | 'year'; asks: readonly Ask<Key>[] }
export type SectionKey = keyof ScreenWords['sections']

type RecordKey = keyof Cooperative
type YearKey = keyof BookYear

const optional = true as const
const record = (key: SectionKey, asks: readonly Ask<RecordKey>[]): Section<RecordKey> => ({ key, of: 'record', asks })
const year = (key: SectionKey, asks: readonly Ask<YearKey>[]): Section<YearKey> => ({ key, of: 'year', asks })
const sums = choices.YEAR_SUMS.map((key): Ask<YearKey> => ({ key, as: 'money', optional, unstatable: true }))

/** Every page on which something of a cooperative is told: used to enter it and to change it. */
export const SECTIONS: readonly (Section<RecordKey> | Section<YearKey>)[] = [
  record('nama', [
    { key: 'name', as: 'line', most: 150 }, { key: 'legalEntityNumber', as: 'line', most: 60 }, { key: 'legalEntityDate', as: 'date' },
  ]),
  record('jenis', [
    { key: 'kind', as: 'radio', choices: choices.KINDS }, { key: 'level', as: 'radio', choices: choices.LEVELS },
    { key: 'pattern', as: 'radio', choices: choices.PATTERNS },
    { key: 'group', as: 'select', choices: choices.GROUPS, optional }, { key: 'hasSavingsUnit', as: 'yes-no', optional },
  ]),
  record('alamat', [
    { key: 'villageCode', as: 'village' }, { key: 'address', as: 'line', most: 200 }, { key: 'rt', as: 'short', optional },
    { key: 'rw', as: 'short', optional },
    { key: 'phone', as: 'masked', optional, most: 24 }, { key: 'email', as: 'line', optional, most: 254 },
  ]),
  record('anggota', [
    { key: 'membershipArea', as: 'radio', choices: choices.MEMBERSHIP_AREAS },
    { key: 'membersFemale', as: 'count', optional, unstatable: true }, { key: 'membersMale', as: 'count', optional, unstatable: true },
  ]),
  record('karyawan', [
    { key: 'candidateMembers', as: 'count', optional, unstatable: true },
    { key: 'memberCooperatives', as: 'count', optional, level: 'secondary' },
    { key: 'employeesFemale', as: 'count', optional, unstatable: true }, { key: 'employeesMale', as: 'count', optional, unstatable: true },
  ]),
  record('izin', [
    { key: 'cooperativeNumber', as: 'digits', optional, most: 24, unstatable: true },
    { key: 'certificateNumber', as: 'line', optional, most: 60 },
    { key: 'certificateDate', as: 'date', optional },
    { key: 'certificateGrade', as: 'select', choices: choices.CERTIFICATE_GRADES, optional },
    { key: 'nib', as: 'digits', optional, most: 20, unstatable: true }, { key: 'npwp', as: 'masked', optional, most: 24, unstatable: true },
    { key: 'amendmentNumber', as: 'line', optional, most: 60 }, { key: 'amendmentDate', as: 'date', optional },
    { key: 'notary', as: 'line', optional, most: 120 },
    { key: 'savingsLicenceNumber', as: 'line', optional, most: 60 }, { key: 'savingsLicenceDate', as: 'date', optional },
  ]),
  record('kelembagaan', [
    { key: 'sector', as: 'line', optional, most: 150 }, { key: 'kbli', as: 'digits', optional, most: 5 },
    { key: 'bookYearEndMonth', as: 'month', optional },
    { key: 'loop', as: 'radio', choices: choices.LOOPS, optional },
    { key: 'kukClass', as: 'select', choices: choices.KUK_CLASSES, optional, office: true },
  ]),
  record('merah-putih', [
    { key: 'kdkmpScheme', as: 'radio', choices: choices.KDKMP_SCHEMES, optional },
    { key: 'outlets', as: 'many', choices: choices.OUTLETS, optional },
    { key: 'operatingSince', as: 'date', optional },
  ]),
  record('status', [
    { key: 'status', as: 'radio', choices: choices.COOPERATIVE_STATUSES, office: true },
    { key: 'statusDate', as: 'date', optional, office: true },
    { key: 'statusReason', as: 'line', optional, most: 300, office: true },
  ]),
  year('rapat', [
    { key: 'meetingOn', as: 'date', optional }, { key: 'membersRegistered', as: 'count', optional },
    { key: 'membersAttended', as: 'count', optional },
    { key: 'quorumMet', as: 'yes-no', optional }, { key: 'meetingResult', as: 'radio', choices: choices.MEETING_RESULTS, optional },
    { key: 'meetingReportedOn', as: 'date', optional, office: true },
  ]),
  year('keuangan', sums),
  year('pemeriksaan', [
    { key: 'auditor', as: 'line', optional, most: 150 }, { key: 'auditOpinion', as: 'select', choices: choices.AUDIT_OPINIONS, optional },
    { key: 'auditedOn', as: 'date', optional },
    { key: 'healthGrade', as: 'radio', choices: choices.HEALTH_GRADES, optional, office: true },
    { key: 'healthScore', as: 'score', optional, office: true },
    { key: 'healthExaminedOn', as: 'date', optional, office: true },
  ]),
]

/** The pages of entering, in their order; `kecamatan` and `pengurus` have forms of their own. */
export const STEPS = ['nama', 'jenis', 'kecamatan', 'alamat', 'anggota', 'pengurus'] as const
export type StepKey = (typeof STEPS)[number]

export const sectionOf = (
  key: string | undefined, of: 'record' | 'year',
): Section | undefined => SECTIONS.find((one) => one.key === key && one.of === of)

/** The schema of one answer. */
export const schemaOf = ({ of }: Pick<Section, 'of'>, key: string) =>
  new Map(Object.entries(of === 'record' ? cooperativeSchema.shape : bookYearSchema.shape)).get(key)
