import type { Told } from '../../../kernel/ledger.ts'
import { parseIsoInstant } from '../../../kernel/wib.ts'
import { CheckboxGroup, RadioGroup } from '../../../ui/fields/choices.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { MoneyField } from '../../../ui/fields/money-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import type { FieldKind } from '../core/business-blocks.ts'
import { UNSTATED_REASONS } from '../core/business-choices.ts'
import { maskSixteenDigits } from '../core/national-id.ts'
import { choicesOf } from '../field-text.ts'
import type { Labels } from '../labels.ts'
import { dayParts } from '../../../ui/fields/typed-day.ts'

/** Why an answer is missing, as choices. */
const unstated = ({ choices }: Labels) => UNSTATED_REASONS.map((value) => ({ value, label: choices.unknown[value] }))

/** These take the reason among their choices; beside the others it is asked for itself. */
export const takesReason = (kind: FieldKind): boolean => kind === 'yes-no' || kind === 'choice'

type BlockFieldProps = {
  labels: Labels
  name: string; kind: FieldKind; label: string; hint?: string | undefined; error: string | undefined
  /** What is kept, and what was typed when the form came back. */
  kept: Told | undefined; typed: string | readonly string[] | undefined
  /** Asked and not told is an answer of its own: why, as it is kept. `null` where it is told without a reason; left out where it must be told. */
  reason?: string | null | undefined
  /** The parts of a date as typed. */
  typedParts?: { day?: string | undefined; month?: string | undefined; year?: string | undefined } | undefined
}

const single = (value: BlockFieldProps['typed']): string | undefined => (typeof value === 'string' ? value : undefined)
const listed = (value: Told | undefined): string[] => (Array.isArray(value) ? value.map(String) : [])

/** `2026-08-12T18:30:00+07:00` as `12-8-2026 18.30`, the way it is typed. */
function momentTyped(kept: Told | undefined): string | undefined {
  const read = typeof kept === 'string' ? parseIsoInstant(kept) : undefined
  if (!read?.ok) return undefined
  const at = read.value.toZonedDateTimeISO('+07:00')
  return `${at.day}-${at.month}-${at.year} ${String(at.hour).padStart(2, '0')}.${String(at.minute).padStart(2, '0')}`
}

/** One answer of an optional block, by its kind. */
export function BlockField(props: BlockFieldProps) {
  const { name, kind, label, hint, error, kept, typed, typedParts, reason, labels } = props
  const w = labels.words
  const common = { name, label, error, optional: true, ...(hint ? { hint } : {}) }
  const text = single(typed) ?? (typeof kept === 'string' || typeof kept === 'number' ? String(kept) : undefined)
  const reasons = reason === undefined ? [] : unstated(labels)
  const options = Object.entries(choicesOf(name, labels)).map(([value, told]) => ({ value, label: told }))
  switch (kind) {
    case 'long-text': return <TextArea {...common} rows={3} maxLength={1000} value={text} />
    case 'number': case 'count': return <TextField {...common} value={text} inputMode="decimal" width={8} maxLength={12} />
    case 'money': return <MoneyField {...common} value={text} />
    case 'date': return <DateField {...common} value={typedParts ?? dayParts(typeof kept === 'string' ? kept : undefined)} />
    case 'moment': return <TextField {...common} value={single(typed) ?? momentTyped(kept)} width={16} maxLength={24} />
    case 'yes-no': return <RadioGroup {...common} value={single(typed) ?? reason ?? (typeof kept === 'boolean' ? (kept ? 'ya' : 'tidak') : '')}
      choices={[{ value: 'ya', label: w.yes }, { value: 'tidak', label: w.no }, ...reasons, { value: '', label: w.block.notAnswered }]} />
    case 'choice': return <SelectField {...common} choices={[...options, ...reasons]} value={single(typed) ?? reason ?? text} />
    case 'choices': return <CheckboxGroup {...common} choices={options} values={typed === undefined ? listed(kept) : [typed].flat()} />
    case 'months': return <CheckboxGroup {...common} choices={w.months.map((month, at) => ({ value: String(at + 1), label: month }))} values={typed === undefined ? listed(kept) : [typed].flat()} />
    case 'codes': case 'classes': return <TextField {...common} value={single(typed) ?? listed(kept).join(', ')} maxLength={200} />
    case 'hidden': return <TextField {...common} value={single(typed)} inputMode="numeric" width={16} maxLength={24} {...(typeof kept === 'string' ? { hint: w.block.kept(maskSixteenDigits(kept)) } : {})} />
    default: return <TextField {...common} value={text} maxLength={200} />
  }
}

/** Beside a question that may go unanswered: whether the person does not know, or would rather not say. */
export function UnstatedField({ name, label, kept, typed, labels }: { labels: Labels; name: string; label: string; kept: string | undefined; typed: string | readonly string[] | undefined }) {
  return (
    <SelectField name={`${name}-unstated`} label={labels.words.block.unstated(label)} value={single(typed) ?? kept}
      choices={unstated(labels)} />
  )
}
