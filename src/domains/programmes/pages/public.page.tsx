import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card, CardLink } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findHomeOffice } from '../../office/index.ts'
import { type HeldRound, type RoundState, type ServiceDefinition, dateText, findRound, findServiceOn, listRounds, roundState } from '../../services/index.ts'
import { scoreText } from '../core/ranking.ts'
import { programmesEn } from '../messages.en.ts'
import { programmesId } from '../messages.id.ts'
import { type KeptPlacement, listPlacements } from '../store.ts'
import type { Language } from '../../../platform/http/context.ts'
import { TONE } from './rounds.page.tsx'

const ROOT = '/program'
const wordsFor = (lang: Language): typeof programmesId => (lang === 'en' ? { ...programmesId, ...programmesEn } : programmesId)

type Shown = { round: HeldRound; state: RoundState; service: ServiceDefinition }

const ORDER: readonly RoundState[] = ['open', 'planned', 'closed', 'cancelled']

/** All programmes with few places: what is open stands first. */
export const programmesPage = page({
  path: ROOT,
  right: 'public',
  cacheSeconds: 15,
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    const today = wibDate(unit.now).toString()
    const shown: Shown[] = []
    for (const round of office ? await listRounds(unit.tx, office.id) : []) {
      const service = await findServiceOn(unit.tx, round.serviceCode, round.opensOn)
      if (service) shown.push({ round, state: roundState(round, today), service: service.definition })
    }
    return shown.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  },
  view(shown, { lang }) {
    const t = wordsFor(lang)
    return {
      title: t.public.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.public.title} lead={t.public.lead} />
          {shown.length === 0 && <EmptyState title={t.public.none}><p>{t.public.noneMore}</p></EmptyState>}
          <div class="stack">
            {shown.map(({ round, state, service }) => (
              <CardLink key={round.id} href={`${ROOT}/${round.id}`} title={`${service.name[lang]}: ${round.name}`} icon="people"
                foot={`${t.state[state]} · ${t.public.quota(round.quota)}`}>
                {t.public.dates(dateText(round.opensOn, lang), dateText(round.closesOn, lang))}
              </CardLink>
            ))}
          </div>
        </>
      ),
    }
  },
})

const columns = (lang: Language): Column<KeptPlacement>[] => {
  const t = wordsFor(lang)
  return [
    { key: 'rank', header: t.public.placeOf, end: true, cell: (row) => row.rank },
    { key: 'reference', header: t.public.reference, names: true, cell: (row) => <span class="mono">{row.reference}</span> },
    { key: 'score', header: t.public.score, end: true, cell: (row) => scoreText(row) },
    { key: 'outcome', header: t.public.outcome, cell: (row) => t.outcome[row.outcome] },
  ]
}

/** One round for everybody: how many places, by which decision, how is chosen, and who was placed and why. */
export const programmePage = page({
  path: `${ROOT}/:id`,
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, params }) {
    const round = await findRound(unit.tx, params['id'] ?? '')
    const service = round && await findServiceOn(unit.tx, round.serviceCode, round.opensOn)
    if (!round || !service) return undefined
    return { round, state: roundState(round, wibDate(unit.now).toString()), service: service.definition, placements: await listPlacements(unit.tx, round.id) }
  },
  view({ round, state, service, placements }, { lang }) {
    const t = wordsFor(lang).public
    const { scoring } = service
    return {
      title: `${service.name[lang]}: ${round.name}`, variant: 'public', back: { href: ROOT, text: t.title },
      body: (
        <>
          <PageHeading title={round.name} over={service.name[lang]} lead={service.summary[lang]} side={<StatusTag tone={TONE[state]} text={wordsFor(lang).state[state]} />} />
          {round.isCancelled && <Notice tone="warning" title={t.cancelled}><p>{round.cancelReason}</p></Notice>}
          {state === 'open' && <div class="row"><ButtonLink href={`/permohonan/baru?layanan=${service.code}`} icon="pen">{t.apply}</ButtonLink></div>}
          <Card>
            <Summary rows={[
              { label: t.when, value: t.dates(dateText(round.opensOn, lang), dateText(round.closesOn, lang)) },
              { label: t.places, value: String(round.quota) }, { label: t.basis, value: round.basis },
            ]} />
          </Card>
          {scoring && (
            <Card title={t.how}>
              <p>{t.howText(scoring.passMark)}</p>
              <ul>{scoring.criteria.map((one) => <li key={one.key}>{one.label[lang]}: {one.weight} %</li>)}</ul>
            </Card>
          )}
          {placements.length > 0
            ? <><p>{t.resultLead}</p><DataTable caption={t.result} columns={columns(lang)} rows={placements} rowKey={(row) => row.reference} /></>
            : state === 'closed' && <p>{t.notYet}</p>}
          <p><a href={`/layanan/${service.code.toLowerCase()}`}>{t.about}</a></p>
        </>
      ),
    }
  },
})
