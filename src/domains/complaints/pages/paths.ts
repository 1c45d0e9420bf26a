import type { Kind } from '../core/choices.ts'

export const FRONT = '/pengaduan'
export const NEW = `${FRONT}/baru`
export const TRACK = `${FRONT}/lacak`
export const MINE = `${FRONT}/saya`
export const CONSULT = '/konsultasi'
export const GUIDANCE = '/panduan'
export const DESK = '/petugas/pengaduan'
export const DESK_GUIDANCE = '/petugas/panduan'

/** What the kinds are called in addresses. */
const IN_ADDRESS: Record<Kind, string> = { complaint: 'pengaduan', suggestion: 'saran', information: 'informasi', consultation: 'konsultasi' }
export const newPath = (kind: Kind): string => `${NEW}?jenis=${IN_ADDRESS[kind]}`
export const kindIn = (text: string | undefined): Kind => (Object.keys(IN_ADDRESS) as Kind[]).find((kind) => IN_ADDRESS[kind] === text) ?? 'complaint'
