import type { Temporal } from 'temporal-polyfill'
import { wibDate, wibMidnight } from '../../../kernel/wib.ts'
import type { Unit } from '../../../platform/db/unit.ts'
import type { Language } from '../../../platform/http/context.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardLink } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type Office, findHomeOffice } from '../../office/index.ts'
import { CATEGORIES, KINDS } from '../core/choices.ts'
import { type PublicTally, publicTallies } from '../core/summary.ts'
import { type Figures, figuresOf } from '../figures-store.ts'
import { citizenWords } from '../words.ts'
import { CONSULT, FRONT, GUIDANCE, MINE, TRACK, newPath } from './paths.ts'

/** The figures of the last twelve whole months and of the one that runs, as of now. */
export const figuresOfYear = (unit: Pick<Unit, 'tx' | 'now'>, officeId: string): Promise<Figures> =>
  figuresOf(unit.tx, officeId, yearBefore(unit.now), unit.now.add({ seconds: 1 }), unit.now)

/** Where the last twelve whole months begin. */
export const yearBefore = (now: Temporal.Instant): Temporal.Instant => wibMidnight(wibDate(now).with({ day: 1 }).subtract({ months: 12 }))

/** What of the figures may be published: no small number, none that follows from others, a share only of enough answers. */
export function publicSummary(figures: Figures): { total: number | null; parts: PublicTally[]; onTimePercent: number | null } {
  const counts = new Map(figures.byCategory.map(({ key, count }) => [key, count]))
  const { total, parts } = publicTallies([...CATEGORIES, 'unclassified'].map((key) => ({ key, count: counts.get(key) ?? 0 })))
  const late = figures.answered - figures.onTime
  const isTelling = figures.answered < 5 || (late > 0 && late < 5) || figures.onTime < 5
  return { total, parts, onTimePercent: isTelling ? null : Math.floor((figures.onTime * 100) / figures.answered) }
}

function SummaryCard({ figures, lang }: { figures: Figures; lang: Language }) {
  const { front: t, categories } = citizenWords(lang)
  const { total, parts, onTimePercent } = publicSummary(figures)
  const shown = (count: number | null) => (count === null ? <span class="soft">{t.hidden}</span> : count)
  const names: Record<string, string> = { ...categories, unclassified: t.unclassified }
  return (
    <Card title={t.sumTitle}>
      <Summary rows={[{ label: t.sumTotal, value: shown(total) }, { label: t.sumOnTime, value: onTimePercent === null ? shown(null) : t.onTime(onTimePercent) }]} />
      {total !== null && (
        <DataTable caption={t.sumCategory} quietCaption rows={parts.filter(({ count }) => count !== 0)} rowKey={({ key }) => key} columns={[
          { key: 'category', header: t.sumCategory, names: true, cell: ({ key }) => names[key] ?? key }, { key: 'count', header: t.sumCount, end: true, cell: ({ count }) => shown(count) },
        ]} />
      )}
      <p class="soft">{t.sumLead}</p>
    </Card>
  )
}

type Model = { office: Office; figures: Figures; signedIn: boolean }

/** Where the public says something, follows it, and sees what became of others' reports in numbers. */
export const frontPage = page({
  path: FRONT,
  right: 'public',
  cacheSeconds: 60,
  async read({ unit, actor }): Promise<Model | undefined> {
    const office = await findHomeOffice(unit.tx)
    return office && { office, signedIn: actor?.kind === 'citizen', figures: await figuresOfYear(unit, office.id) }
  },
  view({ office, figures, signedIn }, { lang }) {
    const words = citizenWords(lang)
    const t = words.front
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} side={signedIn ? <ButtonLink href={MINE} look="secondary">{t.mine}</ButtonLink> : undefined} />
          <div class="grid">
            {KINDS.map((kind) => <CardLink key={kind} href={kind === 'consultation' ? CONSULT : newPath(kind)} title={words.kinds[kind].name} icon="pen">{words.kinds[kind].about}</CardLink>)}
            <CardLink href={TRACK} title={t.track} icon="search">{t.trackMore}</CardLink>
            <CardLink href={GUIDANCE} title={t.guidance} icon="help">{words.consult.guidanceLead}</CardLink>
          </div>
          <Notice tone="warning"><p>{t.never}</p></Notice>
          <Card title={t.howTitle}><ul>{t.how.map((line) => <li key={line}>{line}</li>)}</ul></Card>
          <SummaryCard figures={figures} lang={lang} />
          <Card title={t.otherTitle}><p>{t.other(`${office.address} ${office.postalCode}`)}</p></Card>
        </>
      ),
    }
  },
})
