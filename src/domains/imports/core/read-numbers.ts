import { importsId as t } from '../messages.id.ts'
import { doubted, refused, took, unlessAbsent } from './reading.ts'
import type { Read } from './reading.ts'

const WORDS = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']
const COUNTED = /\s*(?:orang|org|or|jiwa|karyawan|pekerja|unit|anggota|pegawai)\.?$/
const ABOUT = /^(?:±|\+\/-|\+-|~|kurang lebih|kira-kira|kira kira|sekitar)\s*/

/**
 * Reads heads and other whole numbers: `3`, `3 orang`, `1.200`, `3,0`, `dua`. "nihil" and "tidak ada" are 0.
 * A range (`2-3`) is doubtful; a part of a person and less than nobody are refused.
 * @param isNumber the sheet keeps it as a number: then a point is a decimal point
 */
export function readCount(text: string, isNumber = false): Read<number> {
  return unlessAbsent(text, (stated) => {
    const small = stated.toLowerCase().replace(/^'/, '')
    const bare = small.replace(COUNTED, '').replace(ABOUT, '').trim()
    const note = ABOUT.test(small) ? { code: 'rough', sentence: t.values.rough(stated) } : undefined
    if (/^\d{1,9}(?:[.,]0+)?$/.test(bare) && !/[.,]000$/.test(bare)) return took(Number.parseInt(bare, 10), note)
    if (!isNumber && /^\d{1,3}([.,]\d{3})+$/.test(bare)) return took(Number(bare.replace(/[.,]/g, '')), note)
    const word = WORDS.indexOf(bare)
    if (word >= 0) return took(word, note)
    if (/^\d+\s*(?:-|–|s\/d|sd|sampai)\s*\d+$/.test(bare)) return doubted('range', t.values.range(stated))
    if (/^-\s*\d/.test(bare)) return refused('negative', t.values.negative(stated))
    return refused('not-a-count', t.values.notACount(stated))
  }, 0)
}

/** Reads a number that may have decimals, with comma or point: `12,5`, `1.250`, `1.250,75`. The unit is another column's matter. */
export function readNumber(text: string, isNumber = false): Read<number> {
  return unlessAbsent(text, (stated) => {
    const bare = stated.replace(/^'/, '').replace(/\s*[\p{L}%/ ]+$/u, '').trim()
    if (isNumber && /^\d+(\.\d+)?$/.test(bare)) return took(Number(bare))
    if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return took(Number(bare.replaceAll('.', '').replace(',', '.')))
    if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return took(Number(bare.replaceAll(',', '')))
    return /^\d{1,15}([.,]\d+)?$/.test(bare) ? took(Number(bare.replace(',', '.'))) : refused('not-a-number', t.values.notANumber(stated))
  }, 0)
}

/** Reads a year on its own, `2023` or `Tahun 2023`; 1900 to 2100. */
export function readYear(text: string): Read<number> {
  return unlessAbsent(text, (stated) => {
    const year = /^'?(?:tahun|thn|th)?\.?\s*((?:19|20)\d{2}|2100)(?:[.,]0+)?$/i.exec(stated)?.[1]
    return year === undefined ? refused('not-a-year', t.values.notAYear(stated)) : took(Number(year))
  })
}

/** Reads RT or RW alone: `3`, `003`, `RT. 03`. @returns three figures */
export function readNeighbourhood(text: string): Read<string> {
  return unlessAbsent(text, (stated) => {
    const figures = /^'?(?:rt|rw)?[\s.:]*0*(\d{1,3})(?:[.,]0+)?$/i.exec(stated)?.[1]
    return figures === undefined ? refused('not-rt', t.values.notRt(stated)) : took(figures.padStart(3, '0'))
  })
}

/** Reads RT and RW out of one cell: `003/005`, `RT 3 RW 5`, `RT.03/RW.05`. */
export function readNeighbourhoods(text: string): Read<{ rt: string; rw: string }> {
  return unlessAbsent(text, (stated) => {
    const [, rt, rw] = /^'?(?:rt)?[\s.:]*0*(\d{1,3})\s*(?:[/\\,;-]|\s)\s*(?:rw)?[\s.:]*0*(\d{1,3})$/i.exec(stated) ?? []
    if (rt === undefined || rw === undefined) return refused('not-rt-rw', t.values.notRtRw(stated))
    return took({ rt: rt.padStart(3, '0'), rw: rw.padStart(3, '0') })
  })
}

/** Reads a postal code: five figures. */
export function readPostalCode(text: string): Read<string> {
  return unlessAbsent(text, (stated) => {
    const figures = stated.replace(/^'|[\s.,]|\.0$/g, '')
    return /^\d{5}$/.test(figures) ? took(figures) : refused('not-postal-code', t.values.notPostalCode(stated))
  })
}
