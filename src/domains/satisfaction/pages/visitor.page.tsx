import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { invalid, ok } from '../../../kernel/result.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { typedIn } from '../../../platform/http/form.ts'
import { page } from '../../../platform/http/page.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../ui/error-summary.tsx'
import { SelectField } from '../../../ui/fields/select-field.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { listServicesOn } from '../../services/index.ts'
import { answerAtCounter, formToday, isCounterCode } from '../answer.ts'
import { citizenWords } from '../words.ts'
import { THANKS } from './sheet.page.tsx'
import { SurveyFields, sheetOf } from './survey-form.tsx'

/** Many visitors share the address of the office's network or of their carrier; nobody honest sends more. */
const AT_COUNTER = { name: 'survey-counter', most: 30, windowMs: 60 * 60_000, counts: 'posts' } as const

/** The survey for a visitor at the counter, by the code that is shown there today. */
export const visitorPage = page({
  path: '/skm',
  right: 'public',
  limit: AT_COUNTER,
  fields: z.looseObject({ code: z.string().default(''), formKey: z.string().default(''), serviceCode: z.string().default('') }),
  async read({ unit, tools, query }) {
    const form = await formToday(unit)
    if (!form) return undefined
    const services = (await listServicesOn(unit.tx, form.officeId, wibDate(unit.now).toString())).map(({ definition: { code, name } }) => ({ code, name }))
    return { ...form, services, code: query['kode'] ?? '', formKey: randomUUID(), isRight: isCounterCode(tools.keys, form.officeId, unit.now, query['kode'] ?? '') }
  },
  view({ questionnaire, services, code, formKey, isRight }, { lang }, form) {
    const t = citizenWords(lang)
    const asked = typedIn(form, 'code') ?? code
    // A form that came back keeps its key: sent again it is still the same.
    const isOpen = (isRight || form.values['formKey'] !== undefined) && !form.problems.some(({ field }) => field === 'code')
    if (!isOpen) {
      const problems = asked === '' ? [] : [{ field: 'kode', message: t.counter.wrongCode }]
      return {
        title: t.counter.title, variant: 'public', narrow: true, wrong: problems.length > 0,
        body: (
          <>
            <ErrorSummary problems={problems} />
            <PageHeading title={t.counter.title} lead={t.counter.lead} />
            <form action="/skm" class="stack" noValidate>
              <TextField name="kode" label={t.counter.code} hint={t.counter.codeHint} width={16} maxLength={12} autoComplete="off" value={asked} error={problemOf(problems, 'kode')} />
              <div class="row"><Button>{t.counter.open}</Button></div>
            </form>
          </>
        ),
      }
    }
    const [only] = services
    return {
      title: t.form.title, variant: 'public', narrow: true, wrong: form.problems.length > 0,
      body: (
        <>
          <ErrorSummary problems={form.problems} />
          <PageHeading title={t.form.title} over={services.length === 1 ? only?.name[lang] : undefined} lead={t.form.lead(questionnaire.elements.length)} />
          <form method="post" class="stack" noValidate>
            <input type="hidden" name="code" value={asked} />
            <input type="hidden" name="formKey" value={typedIn(form, 'formKey') ?? formKey} />
            {services.length === 1
              ? <input type="hidden" name="serviceCode" value={only?.code} />
              : <SelectField name="serviceCode" label={t.form.service} value={typedIn(form, 'serviceCode')} error={problemOf(form.problems, 'serviceCode')}
                  choices={services.map(({ code: value, name }) => ({ value, label: name[lang] }))} />}
            <SurveyFields questionnaire={questionnaire} variant="counter" lang={lang} form={form} />
          </form>
        </>
      ),
    }
  },
  async send({ unit, tools, lang }, fields, { officeId, questionnaire }) {
    const { code, formKey, serviceCode } = fields
    if (!z.uuid().safeParse(formKey).success) return invalid([{ field: 'code', message: citizenWords(lang).counter.formBroken }])
    const sheet = sheetOf(fields, questionnaire, lang)
    if (!sheet.ok) return sheet
    const kept = await answerAtCounter({ tools, unit, officeId, lang }, { ...sheet.value, code, formKey, serviceCode })
    return kept.ok ? ok({ goTo: THANKS }) : kept
  },
})
