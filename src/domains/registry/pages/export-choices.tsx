import { z } from 'zod'
import { type Problem, type Result, invalid, ok } from '../../../kernel/result.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../../platform/export/source.ts'
import type { Form } from '../../../platform/http/page.ts'
import { problemOf } from '../../../ui/error-summary.tsx'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { NUMBER_PURPOSES, PURPOSES } from '../export/ticket.ts'
import { exportWords as w } from '../export-messages.id.ts'
import { fillFrom } from './wording.ts'

/** What people open themselves comes first. */
const FORMATS = ['xlsx', 'csv', 'jsonl'] as const satisfies readonly ExportFormat[]

/** An empty choice of a form is no choice. */
export const chosen = <const Codes extends readonly [string, ...string[]]>(codes: Codes) => z.enum(codes).optional().catch(undefined)

/** A code of an area typed or chosen; empty is all. */
export const typedCode = (pattern: RegExp, wrong: string) => z.string().trim().regex(pattern, wrong).transform((text) => text || undefined).optional()

export const labelled = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>, hints?: Record<Code, string>) =>
  codes.map((value) => ({ value, label: labels[value], hint: hints?.[value] }))

/** The fields that every form for a download has. */
export const exportFields = {
  format: z.enum(EXPORT_FORMATS).catch('xlsx'), keperluan: chosen(PURPOSES),
  nomor: z.literal('lengkap').optional(), keperluanNomor: chosen(NUMBER_PURPOSES),
}
type Typed = { [Key in keyof typeof exportFields]?: z.output<(typeof exportFields)[Key]> }

/** What for, in which form, and with whole numbers only for a purpose of their own. */
export function takenFor({ format = 'xlsx', keperluan, nomor, keperluanNomor }: Typed): Result<{
  format: ExportFormat; purpose: (typeof PURPOSES)[number]; numbersFor?: (typeof NUMBER_PURPOSES)[number]
}> {
  const problems: Problem[] = []
  if (!keperluan) problems.push({ field: 'keperluan', message: w.purposeNeeded })
  if (nomor && !keperluanNomor) problems.push({ field: 'keperluanNomor', message: w.numbersPurposeNeeded })
  if (!keperluan || problems.length > 0) return invalid(problems)
  return ok({ format, purpose: keperluan, ...(nomor && keperluanNomor ? { numbersFor: keperluanNomor } : {}) })
}

/** Form of the file, purpose, and whether numbers of persons are in it whole. */
export function ExportChoices({ form, query, numbersHint }: { form: Form; query: Record<string, string>; numbersHint: string }) {
  const typedIn = fillFrom(form)
  const fill = (key: string) => typedIn(key) ?? query[key]
  const error = (key: string) => problemOf(form.problems, key)
  return (
    <>
      <RadioGroup name="format" label={w.format} value={fill('format') ?? 'xlsx'} choices={labelled(FORMATS, w.formats, w.formatHints)} />
      <RadioGroup name="keperluan" label={w.purpose} value={fill('keperluan')} error={error('keperluan')} choices={labelled(PURPOSES, w.purposes)} />
      <CheckboxGroup name="nomor" label={w.numbers} values={typedIn('nomor') ? ['lengkap'] : []}
        choices={[{ value: 'lengkap', label: w.numbersChoice, hint: numbersHint }]} />
      <RadioGroup name="keperluanNomor" label={w.numbersPurpose} hint={w.numbersPurposeHint} value={fill('keperluanNomor')}
        error={error('keperluanNomor')} choices={labelled(NUMBER_PURPOSES, w.numbersPurposes)} />
      <Notice tone="warning" title={w.duty}><p>{w.dutyText}</p></Notice>
    </>
  )
}
