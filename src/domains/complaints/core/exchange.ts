import { Temporal } from 'temporal-polyfill'
import { type Result, fail, ok } from '../../../kernel/result.ts'
import type { Kind } from './choices.ts'
import { MOST_WORDS } from './choices.ts'

/**
 * Columns of the exchange with LAPOR!. Its true file is not published: these names are ours, see docs/complaints.md. The first ones are read
 * and written; the rest tell LAPOR!'s operator what became of a report and are passed over when read.
 */
export const READ_COLUMNS = ['no_lapor', 'tanggal', 'klasifikasi', 'isi', 'harapan', 'lokasi', 'kode_wilayah', 'kode_layanan', 'koperasi'] as const
export const TOLD_COLUMNS = ['no_tiket', 'kanal', 'identitas', 'kategori', 'kadar', 'batas_waktu', 'status', 'jawaban', 'tanggal_jawaban', 'hasil', 'nilai'] as const
export const COLUMNS = [...READ_COLUMNS, ...TOLD_COLUMNS] as const
export type ExchangeColumn = (typeof COLUMNS)[number]
/** Without these a file cannot be read. */
export const NEEDED: readonly ExchangeColumn[] = ['no_lapor', 'tanggal', 'klasifikasi', 'isi']

/** LAPOR!'s classes (service-quality.md 2.1), and our fourth. */
const KIND_WORD: Record<Kind, string> = { complaint: 'pengaduan', suggestion: 'aspirasi', information: 'permintaan_informasi', consultation: 'konsultasi' }
const kindOfWord = (word: string): Kind | undefined => {
  const plain = word.trim().toLowerCase().replaceAll(/[\s-]+/g, '_')
  return (Object.keys(KIND_WORD) as Kind[]).find((kind) => KIND_WORD[kind] === plain)
}

/** A report as it comes from LAPOR!. */
export type Listed = { laporNumber: string; receivedOn: Temporal.PlainDate; kind: Kind; words: string; wanted: string; place: string; regionCode: string; serviceCode: string; cooperative: string }

export type RowProblem = 'number' | 'date' | 'kind' | 'words'

/** Reads one row. @returns everything that is wrong with it */
export function readRow(row: Readonly<Partial<Record<ExchangeColumn, string>>>): Result<Listed, RowProblem[]> {
  const at = (column: ExchangeColumn) => (row[column] ?? '').trim()
  const day = /^\d{4}-\d{2}-\d{2}$/.test(at('tanggal')) ? at('tanggal') : undefined
  const receivedOn = day === undefined ? undefined : dateOrNothing(day)
  const kind = kindOfWord(at('klasifikasi'))
  const words = at('isi')
  const problems: RowProblem[] = [
    ...(at('no_lapor') === '' || at('no_lapor').length > 60 ? ['number' as const] : []), ...(receivedOn ? [] : ['date' as const]),
    ...(kind ? [] : ['kind' as const]),
    ...(words.length < 10 || words.length > MOST_WORDS ? ['words' as const] : []),
  ]
  if (problems.length > 0 || !receivedOn || !kind) return fail(problems)
  return ok({
    laporNumber: at('no_lapor'), receivedOn, kind, words, wanted: at('harapan').slice(0, 1000), place: at('lokasi').slice(0, 200),
    regionCode: at('kode_wilayah'),
    serviceCode: at('kode_layanan').toUpperCase(), cooperative: at('koperasi').slice(0, 200),
  })
}

function dateOrNothing(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The same as a row, so that what was read and is written reads the same again. */
export const writeRow = (one: Listed): Record<(typeof READ_COLUMNS)[number], string> => ({
  no_lapor: one.laporNumber, tanggal: one.receivedOn.toString(), klasifikasi: KIND_WORD[one.kind], isi: one.words, harapan: one.wanted,
  lokasi: one.place,
  kode_wilayah: one.regionCode, kode_layanan: one.serviceCode, koperasi: one.cooperative,
})
