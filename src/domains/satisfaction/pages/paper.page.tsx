import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { type Form, page } from '../../../platform/http/page.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { problemOf } from '../../../ui/error-summary.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextArea } from '../../../ui/fields/text-area.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { typedDate } from '../../office/index.ts'
import { listServicesOn } from '../../services/index.ts'
import { FIELD_NAMES } from '../core/respondent.ts'
import { oldestOpenDay } from '../core/survey-period.ts'
import { officeId } from '../office-words.id.ts'
import { MOST_SHEETS, type PaperSheet, keepPaper } from '../paper.ts'
import { questionnaireFor } from '../questionnaire-store.ts'
import { blankScreen } from './blank-sheet.tsx'
import { DESK, surveyScreen } from './frame.tsx'
import { AboutFields, MOST_WORDS, aboutName, respondentOf } from './survey-form.tsx'

const t = officeId.paper
const PAPER = `${DESK}/kertas`
const ROWS = Array.from({ length: MOST_SHEETS }, (_one, at) => at)
const digitsName = (at: number) => `sheets.${at}`
const wordsName = (at: number) => `suggestion-${at}`
const textOf = (fields: Record<string, unknown>, name: string): string => { const value = fields[name]; return typeof value === 'string' ? value.trim() : '' }

function SheetFields({ at, form, elements }: { at: number; form: Form; elements: number }) {
  const isMore = [wordsName(at), ...FIELD_NAMES.map((field) => aboutName(field, `-${at}`))].some((name) => (typedIn(form, name) ?? '') !== '')
  return (
    <section class="card">
      <h2>{t.sheet(at + 1)}</h2>
      <TextField name={digitsName(at)} label={t.digits} hint={at === 0 ? t.digitsHint(elements) : undefined} width={16} maxLength={40} autoComplete="off" value={typedIn(form, digitsName(at))}
        error={problemOf(form.problems, digitsName(at))} />
      <Disclosure summary={t.more} open={isMore || problemOf(form.problems, wordsName(at)) !== undefined}>
        <div class="stack">
          <div class="grid"><AboutFields lang="id" form={form} after={`-${at}`} /></div>
          <TextArea name={wordsName(at)} label={t.suggestion} rows={2} maxLength={MOST_WORDS} value={typedIn(form, wordsName(at))} error={problemOf(form.problems, wordsName(at))} />
        </div>
      </Disclosure>
    </section>
  )
}

/** The sheets that were typed in; an empty line is none. */
const sheetsOf = (fields: Record<string, unknown>): (PaperSheet & { at: number })[] => ROWS.flatMap((at) => {
  const [digits, suggestion, respondent] = [textOf(fields, digitsName(at)), textOf(fields, wordsName(at)).replaceAll('\r\n', '\n'), respondentOf(fields, `-${at}`)]
  return digits === '' && suggestion === '' && Object.values(respondent).every((one) => one === undefined) ? [] : [{ at, digits, suggestion, respondent }]
})

/** Typing in what was answered on paper, several sheets at once. */
export const paperPage = page({
  path: PAPER,
  right: 'survey.enter',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  fields: z.looseObject({ formKey: z.string().default(''), serviceCode: z.string().default('') }),
  async read({ unit, actor }) {
    const today = wibDate(unit.now)
    const services = (await listServicesOn(unit.tx, actor.officeId, today.toString())).map(({ definition: { code, name } }) => ({ value: code, label: name.id }))
    return { services, today, elements: (await questionnaireFor(unit.tx, actor.officeId, today.toString())).elements.length, formKey: randomUUID() }
  },
  view({ services, today, elements, formKey }, { actor, query }, form) {
    const kept = Number(query['tersimpan'] ?? '')
    const part = (name: string, now: number) => typedIn(form, name) ?? String(now)
    return surveyScreen({
      actor, tab: 'paper', title: t.title, lead: t.lead(MOST_SHEETS), form, notice: Number.isSafeInteger(kept) && kept > 0 ? t.kept(kept) : undefined,
      side: <ButtonLink href={`${PAPER}/lembar`} look="secondary" small icon="print">{t.blank}</ButtonLink>,
      children: (
        <form method="post" class="stack" noValidate>
          <input type="hidden" name="formKey" value={typedIn(form, 'formKey') ?? formKey} />
          <SelectField name="serviceCode" label={t.service} choices={services} value={typedIn(form, 'serviceCode') ?? (services.length === 1 ? services[0]?.value : query['layanan'])} error={problemOf(form.problems, 'serviceCode')} />
          <DateField name="day" label={t.day} value={{ day: part('day-day', today.day), month: part('day-month', today.month), year: part('day-year', today.year) }} error={problemOf(form.problems, 'day')} />
          {ROWS.map((at) => <SheetFields key={at} at={at} form={form} elements={elements} />)}
          <div class="row"><Button icon="check">{t.send}</Button></div>
        </form>
      ),
    })
  },
  async send({ unit, actor }, fields, { today }) {
    const { formKey, serviceCode } = fields
    if (!z.uuid().safeParse(formKey).success) return invalid([{ field: 'serviceCode', message: t.broken }])
    const sheets = sheetsOf(fields)
    const long = sheets.filter(({ suggestion }) => (suggestion ?? '').length > MOST_WORDS)
    if (long.length > 0) return invalid(long.map(({ at }) => ({ field: wordsName(at), message: t.suggestionLong(at + 1) })))
    if (sheets.length === 0) return invalid([{ field: digitsName(0), message: t.sheetsNeeded }])
    const day = typedDate({ day: textOf(fields, 'day-day'), month: textOf(fields, 'day-month'), year: textOf(fields, 'day-year') }) ?? ''
    if (day === '') return invalid([{ field: 'day', message: t.dayWrong(oldestOpenDay(today), today) }])
    const done = await keepPaper(unit, actor, { formKey, serviceCode, day, sheets })
    return done.ok ? ok({ goTo: `${PAPER}?tersimpan=${done.value.kept}&layanan=${encodeURIComponent(serviceCode)}` }) : done
  },
})

/** The empty sheet to be printed, with the number of each answer before it. */
export const blankPage = page({
  path: `${PAPER}/lembar`,
  right: 'survey.enter',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  read: async ({ unit, actor }) => ({ questionnaire: await questionnaireFor(unit.tx, actor.officeId, wibDate(unit.now).toString()) }),
  view: ({ questionnaire }, { actor }) => blankScreen(questionnaire, actor),
})
