import { SheetError, type Cell } from '../../platform/sheets/sheet.ts'
import { openSheets } from '../../platform/sheets/open.ts'
import { sheetFaultText } from '../../platform/sheets/messages.id.ts'
import { fileSource } from '../../platform/sheets/source.ts'
import { type FileFault, type FileResult, answersReader } from './core/answers-file.ts'
import { twoDecimals } from './core/fraction.ts'

/** The answer of `skm compute`, as the contract has it. `index` and `category` are null while an element was answered by nobody. */
export type ComputedFile = {
  index: string | null; category: string | null; respondents: number; elements: { key: string; n: number; nrr: string | null }[]
}

type Read = { ok: true; result: FileResult } | { ok: false; fault: FileFault | { kind: 'unreadable'; sentence: string } }

const textOf = (cell: Cell): string => cell.text

/** Reads answers from a file of any delimiter, or the first sheet of a workbook, row by row. */
export async function readAnswers(path: string): Promise<Read> {
  const opened = await openSheets(await fileSource(path), path)
  if (!opened.ok) return { ok: false, fault: { kind: 'unreadable', sentence: sheetFaultText(opened.error) } }
  const reader = answersReader()
  try {
    for await (const { number, cells } of opened.value.sheets[0]?.rows() ?? []) reader.push({ line: number, cells: cells.map(textOf) })
  } catch (error) {
    if (error instanceof SheetError) return { ok: false, fault: { kind: 'unreadable', sentence: sheetFaultText(error.fault) } }
    throw error
  }
  return reader.end()
}

export const computedFile = ({ index, category, respondents, elements }: FileResult): ComputedFile => ({
  index: index ?? null, category: category ?? null, respondents, elements: elements.map(({ key, n, nrr }) => ({ key, n, nrr: nrr ? twoDecimals(nrr) : null })),
})
