import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Language } from '../../../platform/http/context.ts'
import { typedIn } from '../../../platform/http/form.ts'
import type { Form } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { RadioGroup } from '../../../ui/fields/choices.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { FIELD_NAMES, RESPONDENT_FIELDS, respondentSchema } from '../core/respondent.ts'
import { SCORES, type Score } from '../core/satisfaction-index.ts'
import type { Variant } from '../invitation-store.ts'
import type { Held } from '../questionnaire-store.ts'
import type { GivenSheet } from '../sheet-store.ts'
import { citizenWords } from '../words.ts'

export const MOST_WORDS = 1000
/** Names of the fields about the respondent: `about-age`; `after` tells several sheets of one form apart. */
export const aboutName = (field: string, after = ''): string => `about-${field}${after}`
const SUGGESTION = 'suggestion'

type Shown = { questionnaire: Held; variant: Variant; lang: Language; form: Form }

/** What may be told about oneself, each a choice that is empty at first. */
export function AboutFields({ lang, form, after = '' }: Pick<Shown, 'lang' | 'form'> & { after?: string }) {
  const t = citizenWords(lang)
  return (
    <>
      {FIELD_NAMES.map((field) => (
        <SelectField key={field} name={aboutName(field, after)} label={t.fields[field].label} unchosen={t.form.untold} value={typedIn(form, aboutName(field, after))}
          choices={RESPONDENT_FIELDS[field].map((value) => ({ value, label: t.fields[field].values[value] ?? value }))} />
      ))}
    </>
  )
}

/** The questions of the survey with all that belongs to a sheet, as the inside of a form. */
export function SurveyFields({ questionnaire, variant, lang, form }: Shown) {
  const t = citizenWords(lang).form
  return (
    <>
      {questionnaire.elements.map(({ key, question, web, ladder }, at) => (
        <RadioGroup key={key} name={key} label={`${at + 1}. ${(variant === 'web' ? web ?? question : question)[lang]}`} value={typedIn(form, key)} error={problemOf(form.problems, key)}
          choices={ladder.map((step, index) => ({ value: String(index + 1), label: step[lang] }))} />
      ))}
      <TextArea name={SUGGESTION} label={t.suggestion} hint={t.suggestionHint} optional rows={4} maxLength={MOST_WORDS} value={typedIn(form, SUGGESTION)} error={problemOf(form.problems, SUGGESTION)} />
      <Disclosure summary={t.about} open={FIELD_NAMES.some((field) => (typedIn(form, aboutName(field)) ?? '') !== '')}>
        <div class="stack">
          <p class="soft">{t.aboutLead}</p>
          <AboutFields lang={lang} form={form} />
        </div>
      </Disclosure>
      <div class="row"><Button icon="check">{t.send}</Button></div>
      <Disclosure summary={t.how}><div class="prose"><ul>{t.howMore.map((line) => <li key={line}>{line}</li>)}</ul></div></Disclosure>
    </>
  )
}

const textOf = (fields: Record<string, unknown>, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/** What a form tells about the respondent; a value that no form offers is left out. */
export function respondentOf(fields: Record<string, unknown>, after = ''): GivenSheet['respondent'] {
  const read = respondentSchema.safeParse(Object.fromEntries(FIELD_NAMES.map((field) => [field, textOf(fields, aboutName(field, after))])))
  return read.success ? read.data : {}
}

/** The sheet that a form holds. */
export function sheetOf(fields: Record<string, unknown>, { elements }: Held, lang: Language): Result<GivenSheet> {
  const t = citizenWords(lang).form
  const given = elements.flatMap(({ key }) => (textOf(fields, key) === '' ? [] : [{ key, score: SCORES.find((score) => String(score) === textOf(fields, key)) }]))
  const wrong = given.filter(({ score }) => score === undefined)
  const suggestion = textOf(fields, SUGGESTION).trim().replaceAll('\r\n', '\n')
  const problems = [
    ...wrong.map(({ key }) => ({ field: key, message: t.answerWrong })), ...(suggestion.length > MOST_WORDS ? [{ field: SUGGESTION, message: t.suggestionLong }] : []),
  ]
  if (problems.length > 0) return invalid(problems)
  const answers: Record<string, Score> = Object.fromEntries(given.flatMap(({ key, score }) => (score === undefined ? [] : [[key, score] as const])))
  return ok({ answers, respondent: respondentOf(fields), suggestion })
}
