import type { Role } from '../../../kernel/rights.ts'
import type { BoardFilter, BoardView } from '../../applications/index.ts'
import { BOARD_VIEWS, NO_DISTRICT } from '../../applications/index.ts'

export const BOARD_PATH = '/petugas/pengawasan'
export const NOTICES_PATH = `${BOARD_PATH}/peringatan`
export const LEGAL_PATH = `${BOARD_PATH}/batas-hukum`
export const DISTRICTS_PATH = `${BOARD_PATH}/kecamatan`
export const HAND_OVER_PATH = `${BOARD_PATH}/serahkan`

/** What the parts of the board and the desks are called in addresses. */
const VIEW_IN_ADDRESS: Record<BoardView, string> = {
  all: 'semua', late: 'terlambat', today: 'hari-ini', 'returned-twice': 'dua-kali', applicant: 'pemohon', stage: 'lewat-tahap',
  following: 'pihak-luar',
}
const DESK_IN_ADDRESS: Partial<Record<Role, string>> = {
  counter: 'loket', verifier: 'verifikator', 'division-head': 'kepala-bidang', secretary: 'sekretaris', 'office-head': 'kepala-dinas',
  'village-officer': 'desa', mentor: 'pendamping', inspector: 'pengawas',
}

export const isUuid = (text: string | undefined): text is string => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')

/** The code of a kecamatan, or what stands for none. */
const isDistrict = (text: string | undefined): text is string => text === NO_DISTRICT || /^\d{2}\.\d{2}\.\d{2}$/.test(text ?? '')

const isRole = (text: string): text is Role => text in DESK_IN_ADDRESS

/** Reads the filter of an address; what is unknown shows all. */
export function filterOf(query: Record<string, string>): BoardFilter {
  const desk = Object.keys(DESK_IN_ADDRESS).filter(isRole).find((role) => DESK_IN_ADDRESS[role] === query['meja'])
  return {
    view: BOARD_VIEWS.find((view) => VIEW_IN_ADDRESS[view] === query['lihat']) ?? 'all',
    ...(isDistrict(query['kecamatan']) ? { district: query['kecamatan'] } : {}),
    ...(isUuid(query['pemegang']) ? { holderId: query['pemegang'] } : {}), ...(desk === undefined ? {} : { desk }),
  }
}

/** The address of a part of the board. */
export function addressOf({ view, holderId, desk, district }: BoardFilter, after?: string): string {
  const query = new URLSearchParams({
    lihat: VIEW_IN_ADDRESS[view], ...(holderId === undefined ? {} : { pemegang: holderId }), ...(desk === undefined ? {} : { meja: DESK_IN_ADDRESS[desk] ?? '' }),
    ...(district === undefined ? {} : { kecamatan: district }), ...(after === undefined ? {} : { sesudah: after }),
  })
  return `${BOARD_PATH}?${query.toString()}`
}
