import { longDate, wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { citizenId } from '../citizen-words.id.ts'
import type { Tally } from '../core/summary.ts'
import type { Figures } from '../figures-store.ts'
import { complaintsId } from '../messages.id.ts'
import { deskScreen } from './desk.tsx'
import { figuresOfYear, yearBefore } from './front.page.tsx'
import { DESK } from './paths.ts'

const t = complaintsId.figures

function valuesOf(one: Figures): Record<string, string> {
  const share = (part: number, whole: number) => (whole === 0 ? t.none : t.share(part, whole))
  return {
    received: String(one.received), open: String(one.open), late: String(one.openLate), onTime: share(one.onTime, one.answered), reopened: share(one.reopened, one.answered),
    solved: String(one.saidSolved), silence: String(one.closedBySilence),
    // Rounded once, here: the sum and the number of marks are kept whole.
    score: one.scores === 0 ? t.none : (Math.round((one.scoreSum * 100) / one.scores) / 100).toFixed(2).replace('.', ','),
  }
}

const NAMES: Record<string, string> = {
  received: t.received, open: t.open, late: t.late, onTime: t.onTime, reopened: t.reopened, solved: t.solved, silence: t.silence, score: t.score,
}

function Tallies({ caption, tallies, names }: { caption: string; tallies: readonly Tally[]; names: Record<string, string> }) {
  return (
    <DataTable caption={caption} rows={tallies} rowKey={({ key }) => key} columns={[
      { key: 'what', header: caption, names: true, cell: ({ key }) => names[key] ?? key }, { key: 'count', header: t.count, end: true, cell: ({ count }) => count },
    ]} />
  )
}

/** The office's own numbers of the last twelve months. */
export const figuresPage = page({
  path: `${DESK}/angka`,
  right: 'complaint.list',
  async read({ unit, actor }) {
    return { from: yearBefore(unit.now), to: unit.now, figures: await figuresOfYear(unit, actor.officeId) }
  },
  view({ from, to, figures }, { actor }) {
    const values = valuesOf(figures)
    const kinds = Object.fromEntries(Object.entries(citizenId.kinds).map(([key, { name }]) => [key, name]))
    return deskScreen({
      actor, tab: 'figures', title: t.title, lead: t.lead(longDate(wibDate(from)), longDate(wibDate(to))),
      children: (
        <>
          <div class="grid">{Object.entries(values).map(([key, value]) => <Figure key={key} label={NAMES[key] ?? key} value={value} meaning={t.meaning[key]} foot={t.foot} />)}</div>
          <Tallies caption={t.byCategory} tallies={figures.byCategory} names={{ ...citizenId.categories, unclassified: complaintsId.queue.unverified }} />
          <Tallies caption={t.byKind} tallies={figures.byKind} names={kinds} />
        </>
      ),
    })
  },
})
