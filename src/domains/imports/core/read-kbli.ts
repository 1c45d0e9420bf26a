import { importsId as t } from '../messages.id.ts'
import { doubted, refused, took, unlessAbsent } from './reading.ts'
import type { Read } from './reading.ts'

/** Is this a code of the classification, of any of its versions and levels? */
export type KbliExists = (code: string) => boolean

/** The activity and, if the cell names more, the others in their order. */
export type Kbli = { code: string; others: string[] }

/**
 * Reads the code of an activity: `56101`, `56101 - Restoran`, `C10794`, `56.101`, several in one cell.
 * Four figures are a group of the classification, unless only the code with a zero in front exists (`1111`): then the zero was lost.
 * @param exists asked for codes of four and five figures
 */
export function readKbli(text: string, exists: KbliExists): Read<Kbli> {
  return unlessAbsent<Kbli>(text, (stated) => {
    const codes = stated.replace(/\b(\d{2})[.,](\d{3})\b/g, '$1$2').match(/(?<!\d)\d{2,}(?!\d)/g) ?? []
    const five = [...new Set(codes.filter((code) => code.length === 5))]
    const [code, ...others] = five
    if (code !== undefined) {
      if (!exists(code)) return refused('kbli-unknown', t.values.kbliUnknown(stated, code))
      const known = others.filter(exists)
      if (others.length === 0) return took({ code, others: known })
      return took({ code, others: known }, { code: 'several-kbli', sentence: t.values.severalKbli(stated, code) })
    }
    const [short] = codes
    if (short === undefined) return refused('not-kbli', t.values.notKbli(stated))
    return short.length === 4 ? fourFigures(short, stated, exists) : refused('kbli-length', t.values.kbliLength(stated))
  })
}

function fourFigures(short: string, stated: string, exists: KbliExists): Read<Kbli> {
  const padded = `0${short}`
  if (short.startsWith('0') || !exists(padded)) return refused('kbli-group', t.values.kbliGroup(stated))
  if (exists(short)) return doubted('kbli-group-or-lost-zero', t.values.kbliGroupOrLostZero(stated, padded))
  return took({ code: padded, others: [] }, { code: 'zero-restored', sentence: t.values.zeroRestored(stated, padded) })
}
