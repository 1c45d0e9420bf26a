import type { Allowed } from '../../../../platform/http/context.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import type { IconName } from '../../../../ui/icon.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { SearchForm } from '../../../../ui/search-form.tsx'
import { dateText } from '../../../services/index.ts'
import type { BeginModel, Choice, RoundNow } from './begin-model.ts'
import { type FoundCooperative, MOST_FOUND } from './begin-search.ts'
import { wordsOf } from './case-file.ts'
import { EligibilityCard } from './eligibility-view.tsx'

/** Instead of the form: what has to be done first. */
export function First({ title, more, href, act, icon = 'store' }: { title: string; more: string; href: string; act: string; icon?: IconName }) {
  return <EmptyState icon={icon} title={title}><p>{more}</p><div class="row"><ButtonLink href={href}>{act}</ButtonLink></div></EmptyState>
}

/** What one should know of a record before choosing it: a letter that still holds, what must hold of it, a scale that will be refused. */
export function Warnings({ choice, ask }: { choice: Choice; ask: Allowed }) {
  const t = wordsOf(ask.lang).begin
  return (
    <>
      {choice.live && (
        <Notice title={t.live(choice.name, dateText(choice.live.until, ask.lang))}>
          <p>{t.liveMore}</p><p><a href={`/permohonan/${choice.live.caseId}`}>{t.seeLetter}</a></p>
        </Notice>
      )}
      <EligibilityCard standing={choice.standing} of={{ name: choice.name, path: choice.path }} ask={ask} />
      {choice.standing.length === 0 && choice.scale !== null && choice.scale !== 'micro' && (
        <Notice tone="warning" title={t.tooLarge(choice.name, t.scales[choice.scale] ?? choice.scale)}>
          <p>{t.tooLargeMore}</p><p><a href={choice.path}>{t.fixData}</a></p>
        </Notice>
      )}
    </>
  )
}

/** A programme that takes no requests today: when it does, and where all dates stand. */
export function RoundClosed({ next, ask }: { next: RoundNow['next']; ask: Allowed }) {
  const t = wordsOf(ask.lang).begin.round
  const more = next ? t.planned(next.name, dateText(next.opensOn, ask.lang)) : t.closedMore
  return <First icon="calendar" title={t.closed} more={more} href="/program" act={t.see} />
}

export function RoundOpen({ round, ask }: { round: NonNullable<RoundNow['open']>; ask: Allowed }) {
  const t = wordsOf(ask.lang).begin.round
  return (
    <Notice title={t.open(round.name, dateText(round.closesOn, ask.lang))}>
      <p>{t.places(round.quota)} <a href="/program">{t.see}</a></p>
    </Notice>
  )
}

function Found({ one, service, ask }: { one: FoundCooperative; service: BeginModel['service']; ask: Allowed }) {
  const t = wordsOf(ask.lang).begin.cooperative
  const beginFor = (warga: string) => `/permohonan/baru?${new URLSearchParams({ layanan: service.code, warga, koperasi: one.id })}`
  return (
    <Card title={one.name}>
      <p class="soft"><span class="mono">{one.registryNumber}</span> · {one.place}</p>
      {one.board.length === 0
        ? <><p>{t.noBoard}</p><p><a href={`/petugas/koperasi/${one.id}`}>{t.sheet}</a></p></>
        : <><p>{t.board}</p><div class="row">{one.board.map(({ id, name }) => <ButtonLink key={id} href={beginFor(id)} look="secondary" small>{name}</ButtonLink>)}</div></>}
    </Card>
  )
}

/** An officer looks for the cooperative first; its board then says whom he helps. */
export function CooperativeSearch({ model: { found, service }, ask }: { model: BeginModel; ask: Allowed }) {
  const t = wordsOf(ask.lang).begin.cooperative
  const typed = ask.query['cari']?.trim()
  return (
    <>
      <SearchForm action="/permohonan/baru" name="cari" label={t.searchLabel} hint={t.searchHint} value={typed}>
        <input type="hidden" name="layanan" value={service.code} />
      </SearchForm>
      {found.map((one) => <Found key={one.id} one={one} service={service} ask={ask} />)}
      {found.length === MOST_FOUND && <p class="soft">{t.more(MOST_FOUND)}</p>}
      {typed && found.length === 0 && <First icon="people" title={t.notFound} more={t.notFoundMore} href="/petugas/koperasi" act={t.list} />}
    </>
  )
}
