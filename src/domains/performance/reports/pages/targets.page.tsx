import { z } from 'zod'
import { invalid, ok } from '../../../../kernel/result.ts'
import { page } from '../../../../platform/http/page.ts'
import { Button } from '../../../../ui/button.tsx'
import { ErrorSummary, problemOf } from '../../../../ui/error-summary.tsx'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { PageHeading } from '../../../../ui/page-heading.tsx'
import { FIGURES } from '../../core/figures.ts'
import { TARGETS } from '../../core/report-content.ts'
import { reportPagesId } from '../../messages-report-pages.id.ts'
import { reportsId } from '../../messages-reports.id.ts'
import { performanceId } from '../../messages.id.ts'
import { setTargets } from '../approve.ts'
import { targetsOf } from '../store.ts'

const t = reportPagesId.target
const unitOf = (code: string) => FIGURES.find((one) => one.code === code)?.unit ?? 'count'

/** Reads a goal as it is typed: `95`, `97,5`; nothing takes it away. @returns undefined for what is no number */
function targetFrom(text: string): number | null | undefined {
  const plain = text.trim().replace('%', '').replace(',', '.').trim()
  if (plain === '') return null
  return /^\d{1,7}(\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value).replace('.', ','))

/** What the office set itself for a year. */
export const targetsPage = page({
  path: '/petugas/laporan/sasaran/:year{\\d{4}}',
  right: 'report.prepare',
  fields: z.record(z.string(), z.unknown()),
  async read({ unit, actor, params }) {
    const year = Number(params['year'])
    return { year, held: await targetsOf(unit.tx, actor.officeId, year) }
  },
  view: ({ year, held }, _ask, { problems, values }) => ({
    title: t.title(year), variant: 'officer', wrong: problems.length > 0, back: { href: `/petugas/laporan?tahun=${year}`, text: reportPagesId.back },
    body: (
      <>
        <ErrorSummary problems={problems} />
        <PageHeading title={t.title(year)} lead={t.lead} />
        <form method="post" class="stack prose" noValidate>
          {TARGETS.map(({ code, better }) => {
            const typed = values[code]
            return <TextField key={code} name={code} label={`${performanceId.figures[code].name} (${t.unit[unitOf(code)]})`} hint={reportsId.better[better]} optional inputMode="decimal" width={8}
              value={typeof typed === 'string' ? typed : shown(held.get(code))} error={problemOf(problems, code)} />
          })}
          <div class="row"><Button icon="check">{t.button}</Button></div>
        </form>
      </>
    ),
  }),
  async send({ unit, actor }, values, { year }) {
    const read = TARGETS.map(({ code }) => [code, targetFrom(typeof values[code] === 'string' ? values[code] : '')] as const)
    const wrong = read.filter(([, value]) => value === undefined)
    if (wrong.length > 0) return invalid(wrong.map(([field]) => ({ field, message: t.number })))
    const saved = await setTargets(unit, actor, year, new Map(read.map(([code, value]) => [code, value ?? null])))
    return saved.ok ? ok({ goTo: `/petugas/laporan?tahun=${year}` }) : saved
  },
})
