import type { Operation } from '../../../kernel/rights.ts'
import { type AnyFigureCode, CATALOGUE, type Figure } from './figures.ts'
import { type ObjectionCode, OBJECTION_FIGURES } from './objection-figures.ts'

/** What a service on the net stands on. Source: Harvard JFK School, elements of a successful e-government: support, capacity, value. */
export const ELEMENTS = ['support', 'capacity', 'value'] as const
export type Element = (typeof ELEMENTS)[number]

/** Where a value can be looked into; `right` absent: everybody may. */
type Page = { href: string; right?: Operation }

/** A piece of evidence for an element. `page` absent: the program holds nothing of it, and the board says so. */
export type Evidence = { key: EvidenceKey; element: Element; page?: Page }

const KEYS = [
  'standards', 'posts', 'calendar', 'training', 'outreach', 'budget', 'officers', 'working', 'load', 'open', 'health', 'officerTraining', 'onTime', 'time', 'firstTime', 'letters', 'late',
  'coverageApplications', 'coverageBusinesses', 'objections', 'objectionsInTime', 'objectionsGranted', 'satisfaction', 'complaints',
] as const
export type EvidenceKey = (typeof KEYS)[number]

/** Stands for the month of the figures in an address. */
const MONTH = '{month}'

/** The evidence on the board, in its order. */
export const EVIDENCE: readonly Evidence[] = [
  { key: 'standards', element: 'support', page: { href: '/layanan' } },
  { key: 'posts', element: 'support', page: { href: '/admin/pejabat', right: 'official.manage' } },
  { key: 'calendar', element: 'support', page: { href: '/admin/kalender', right: 'reference.manage' } },
  { key: 'training', element: 'support' },
  { key: 'outreach', element: 'support' },
  { key: 'budget', element: 'support' },
  { key: 'officers', element: 'capacity', page: { href: '/admin/pejabat', right: 'official.manage' } },
  { key: 'working', element: 'capacity', page: { href: `/kinerja?bulan=${MONTH}` } },
  { key: 'load', element: 'capacity', page: { href: `/kinerja?bulan=${MONTH}` } },
  { key: 'open', element: 'capacity', page: { href: '/petugas?saring=bidang', right: 'queue.read' } },
  { key: 'health', element: 'capacity', page: { href: '#pemasangan' } },
  { key: 'officerTraining', element: 'capacity' },
  { key: 'onTime', element: 'value', page: { href: `/kinerja?bulan=${MONTH}` } },
  { key: 'time', element: 'value', page: { href: `/kinerja?bulan=${MONTH}#tahap` } },
  { key: 'firstTime', element: 'value', page: { href: `/kinerja?bulan=${MONTH}#sebab` } },
  { key: 'letters', element: 'value', page: { href: '/petugas/surat', right: 'letter.read' } },
  { key: 'late', element: 'value', page: { href: '/petugas?saring=terlambat', right: 'queue.read' } },
  { key: 'objections', element: 'value', page: { href: '/petugas/keberatan', right: 'objection.list' } },
  { key: 'objectionsInTime', element: 'value', page: { href: '/petugas/keberatan', right: 'objection.list' } },
  { key: 'objectionsGranted', element: 'value', page: { href: '/petugas/keberatan', right: 'objection.list' } },
  { key: 'coverageApplications', element: 'value', page: { href: '#cakupan' } },
  { key: 'coverageBusinesses', element: 'value', page: { href: '/petugas/dasbor', right: 'indicator.read' } },
  { key: 'satisfaction', element: 'value', page: { href: '/skm/hasil' } },
  { key: 'complaints', element: 'value' },
]

/** The address of a page for the month that the board tells. */
export const addressOf = ({ href }: Page, month: string | undefined): string => href.replace(MONTH, month ?? '')

/** A figure with a definition that the board shows: of the catalogue, or one that is on the board only. */
export type BoardCode = AnyFigureCode | ObjectionCode
export const boardVersionOf = (code: BoardCode): number => [...CATALOGUE, ...OBJECTION_FIGURES].find((one) => one.code === code)?.version ?? 0

/** The row for all of a figure. */
export const totalIn = <Code extends string>(figures: readonly Figure<Code>[], code: Code) => figures.find((one) => one.code === code)?.rows.find(({ by }) => Object.keys(by).length === 0)

/** A village with what came from it; `applications` in the last twelve months, `businesses` active in the registry. */
export type VillageCoverage = { code: string; name: string; district: string; applications: number; businesses: number }
export type DistrictCoverage = { code: string; villages: number; withApplications: number; withBusinesses: number; applications: number }

export function byDistrict(villages: readonly VillageCoverage[]): DistrictCoverage[] {
  return [...Map.groupBy(villages, ({ district }) => district)].map(([code, list]) => ({
    code, villages: list.length, withApplications: list.filter(({ applications }) => applications > 0).length, withBusinesses: list.filter(({ businesses }) => businesses > 0).length,
    applications: list.reduce((sum, { applications }) => sum + applications, 0),
  })).toSorted((a, b) => a.withApplications / a.villages - b.withApplications / b.villages || (a.code < b.code ? -1 : 1))
}

/** Villages from which nobody applied, those with most businesses first: there people could be told. */
export const leftBehind = (villages: readonly VillageCoverage[]): VillageCoverage[] =>
  villages.filter(({ applications }) => applications === 0).toSorted((a, b) => b.businesses - a.businesses || (a.code < b.code ? -1 : 1))
