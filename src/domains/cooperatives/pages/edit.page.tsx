import { type Result, invalid, ok } from '../../../kernel/result.ts'
import type { Allowed } from '../../../platform/http/context.ts'
import { type Form, type Sent, page } from '../../../platform/http/page.ts'
import type { Screen } from '../../../platform/http/route.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { BackLink } from '../../../ui/way-back.tsx'
import { type Region, getOffice, listDistricts } from '../../office/index.ts'
import { accessOf } from '../access.ts'
import { type Change, changeCooperative } from '../change-cooperative.ts'
import { type KeptCooperative, findCooperative } from '../cooperative-store.ts'
import { bookYearEnd, meetingDeadline } from '../core/annual-meeting.ts'
import { wibDate } from '../../../kernel/wib.ts'
import { dateText } from './answer-text.ts'
import { DistrictForm } from './district-form.tsx'
import { SectionFields, type Villages } from './section-form.tsx'
import { type Section, sectionOf } from './sections.ts'
import { answersOf } from './typed-answers.ts'
import { anyFields, cooperativePath, isOfficer, variantFor, villagesFor, wordsIn } from './wording.ts'

type FormProps = {
  ask: Allowed; form: Form; kept: KeptCooperative; section: Section; data: Record<string, unknown>; villages?: Villages | undefined
}

/** The form of one section, for a cooperative that is kept. */
function SectionForm({ ask, form, kept, section, data, villages }: FormProps) {
  const words = wordsIn(ask.lang)
  return (
    <form method="post" noValidate class="stack">
      <SectionFields section={section} shown={{ data, form, words, isOfficer: isOfficer(ask), villages, otherDistrict: 'kecamatan' }} />
      <input type="hidden" name="version" value={kept.version} />
      <div class="row">
        <Button>{words.wizard.save}</Button>
        <ButtonLink href={cooperativePath(ask, kept.id)} look="link">{words.wizard.cancel}</ButtonLink>
      </div>
    </form>
  )
}

/** Keeps a change from a form and goes back to the cooperative; a problem of a book year leads to its field on the page. */
export async function sendChange(
  ask: Allowed, kept: KeptCooperative, values: Record<string, unknown>, change: Change,
): Promise<Result<Sent>> {
  const version = Number(values['version'])
  const changed = await changeCooperative(
    ask.unit, ask.tools, ask.actor, kept.id, { ...change, ...(Number.isInteger(version) && version > 0 ? { version } : {}) },
  )
  if (!changed.ok) {
    return changed.error.kind === 'invalid'
      ? invalid(
        changed.error.problems.map(({ field, message }) => ({ field: field.replace(/^(bookYears|positions)\.\d+\./, ''), message })),
        changed.error.code,
      )
      : changed
  }
  const mark = changed.value.proposal?.status === 'pending' ? 'diusulkan' : 'tersimpan'
  return ok({ goTo: `${cooperativePath(ask, kept.id)}?${mark}=1` })
}

type RecordModel = { kept: KeptCooperative; section: Section; villages: Villages | undefined }

/** One section of what is told of the body: `/koperasi/{id}/ubah/{section}`. */
export const editPage = page({
  path: '/koperasi/:id/ubah/:section',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  async read(ask): Promise<RecordModel | undefined> {
    const kept = await findCooperative(ask.unit.tx, ask.params['id'] ?? '')
    const section = sectionOf(ask.params['section'], 'record')
    if (!kept || !section || (section.key === 'status' && !isOfficer(ask))) return undefined
    return {
      kept, section,
      villages: section.key === 'alamat' ? await villagesFor(
        ask, kept.officeId, ask.query['kecamatan'] ?? kept.record.villageCode,
      ) : undefined,
    }
  },
  view({ kept, section, villages }, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const title = words.sections[section.key].ask
    return {
      title, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: (
        <>
          <BackLink href={cooperativePath(ask, kept.id)} text={kept.record.name} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} />
          <SectionForm ask={ask} form={form} kept={kept} section={section} data={kept.record} villages={villages} />
        </>
      ),
    }
  },
  async send(ask, values, { kept, section, villages }) {
    const known = !villages || villages.villages.some(({ code }) => code === values['villageCode'])
    const { set, problems } = answersOf(
      section, known ? values : { ...values, villageCode: '' },
      { isOfficer: isOfficer(ask), isSecondary: kept.record.level === 'secondary' },
    )
    return problems.length > 0 ? invalid(problems) : sendChange(ask, kept, values, set as Change)
  },
})

type DistrictModel = { kept: KeptCooperative; districts: readonly Region[] }

/** The district of the office is chosen first, its village on the next page. */
export const editDistrictPage = page({
  path: '/koperasi/:id/ubah/kecamatan',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  async read({ unit, params }): Promise<DistrictModel | undefined> {
    const kept = await findCooperative(unit.tx, params['id'] ?? '')
    return kept && { kept, districts: await listDistricts(unit.tx, (await getOffice(unit.tx, kept.officeId)).regionCode) }
  },
  view({ kept, districts }, ask, form): Screen {
    const words = wordsIn(ask.lang)
    return {
      title: words.sections.kecamatan.ask, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: (
        <>
          <BackLink href={`/koperasi/${kept.id}/ubah/alamat`} />
          <ErrorSummary problems={form.problems} />
          <form method="post" noValidate class="stack">
            <DistrictForm districts={districts} code={kept.districtCode} form={form} words={words} />
            <Button>{words.wizard.next}</Button>
          </form>
        </>
      ),
    }
  },
  async send(ask, values, { kept, districts }) {
    const district = districts.find(({ code }) => code === values['districtCode'])
    if (!district) return invalid([{ field: 'districtCode', message: wordsIn(ask.lang).wizard.chooseDistrict }])
    return ok({ goTo: `/koperasi/${kept.id}/ubah/alamat?kecamatan=${district.code}` })
  },
})

type YearModel = { kept: KeptCooperative; section: Section; year: number }

/** One section of a book year: `/koperasi/{id}/tahun/{year}/{section}`. A year that is over can be told for the first time here. */
export const bookYearPage = page({
  path: '/koperasi/:id/tahun/:year/:section',
  right: 'cooperative.update',
  access: accessOf,
  fields: anyFields,
  async read({ unit, params }): Promise<YearModel | undefined> {
    const kept = await findCooperative(unit.tx, params['id'] ?? '')
    const section = sectionOf(params['section'], 'year')
    const year = Number(/^(19[5-9]\d|20\d\d)$/.exec(params['year'] ?? '')?.[0])
    return kept && section && year <= wibDate(unit.now).year ? { kept, section, year } : undefined
  },
  view({ kept, section, year }, ask, form): Screen {
    const words = wordsIn(ask.lang)
    const title = `${words.sections[section.key].title}, ${words.years.open(year).toLowerCase()}`
    const asked = { bookYear: year, endMonth: kept.record.bookYearEndMonth, level: kept.record.level ?? 'primary' }
    const { target, hard, source } = meetingDeadline(asked)
    const deadline = section.key === 'rapat' ? `${words.years.target(
      dateText(target.toString(), words), dateText(hard.toString(), words),
    )} ${words.years.source(source)}` : dateText(bookYearEnd(asked).toString(), words)
    return {
      title, variant: variantFor(ask), wrong: form.problems.length > 0,
      body: (
        <>
          <BackLink href={cooperativePath(ask, kept.id)} text={kept.record.name} />
          <ErrorSummary problems={form.problems} />
          <PageHeading title={title} lead={deadline} />
          <SectionForm ask={ask} form={form} kept={kept} section={section} data={kept.bookYears.find((one) => one.year === year) ?? {}} />
        </>
      ),
    }
  },
  async send(ask, values, { kept, section, year }) {
    const { set, problems } = answersOf(section, values, { isOfficer: isOfficer(ask) })
    return problems.length > 0 ? invalid(problems) : sendChange(ask, kept, values, { bookYears: [{ ...set, year }] })
  },
})
