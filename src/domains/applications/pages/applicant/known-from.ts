import type { Allowed } from '../../../../platform/http/context.ts'
import { labelsIn, originText } from '../../../registry/index.ts'
import type { Question } from '../../../services/index.ts'
import { type CaseFile, formWordsOf } from './case-file.ts'

/** "data usaha, Daftar OSS, 3 Mei 2026". Officers also read who told it. */
export function knownFrom({ form }: Pick<CaseFile, 'form'>, { prefill }: Pick<Question, 'prefill'>, { lang, actor }: Pick<Allowed, 'lang' | 'actor'>): string {
  const t = formWordsOf(lang).known
  const origin = prefill && form.origins[prefill]
  if (!origin) return t.own
  const who = actor.kind === 'officer' && origin.who !== undefined ? new Map([[origin.act.by, origin.who]]) : undefined
  return `${t.registers[origin.of]}, ${originText(origin.act, who, labelsIn(lang))}`
}
