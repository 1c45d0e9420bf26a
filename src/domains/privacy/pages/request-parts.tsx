import { Temporal } from 'temporal-polyfill'
import { longDate, longMoment, shortMoment } from '../../../kernel/wib.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { Summary } from '../../../ui/summary.tsx'
import type { CitizenWords } from '../citizen-words.id.ts'
import { COPY_FORMS, fetchableUntil } from '../copy-file.ts'
import type { ErasurePlan } from '../core/erasure.ts'
import { REASONS } from '../core/requests.ts'
import type { PrivacyRequest } from '../request-store.ts'

/** What an erasure removed, and what stays with its legal basis. */
export function PlanTables({ plan, t }: { plan: Partial<ErasurePlan>; t: CitizenWords['ask'] }) {
  const { erase = [], keep = [] } = plan
  return (
    <>
      {erase.length > 0 && <><h3>{t.erased}</h3><ul>{erase.map(({ key, count }) => <li key={key}>{t.erasable[key]}: {count}</li>)}</ul></>}
      {keep.length > 0 && (
        <DataTable caption={t.kept} rows={keep} rowKey={(one) => one.key} columns={[
          { key: 'what', header: t.what, cell: (one) => t.keptKeys[one.key] }, { key: 'law', header: t.law, cell: (one) => one.basis },
        ]} />
      )}
    </>
  )
}

/** The decision with its reasons, as the person reads it. */
export function Answer({ request, t }: { request: PrivacyRequest; t: CitizenWords['ask'] }) {
  if (!request.decidedAt || request.state === 'withdrawn') return null
  const { reasonCode } = request
  const law = reasonCode && REASONS[reasonCode].law
  return (
    <Card title={t.answer}>
      <Summary rows={[
        { label: t.state, value: t.states[request.state] },
        ...(reasonCode ? [{ label: t.reason, value: t.reasons[reasonCode] }] : []),
        ...(law ? [{ label: t.law, value: law }] : []),
        ...(request.explanation ? [{ label: t.explanation, value: request.explanation }] : []),
      ]} />
      <PlanTables plan={request.outcome} t={t} />
      {(request.state === 'refused' || request.state === 'partly') && <p class="soft">{t.complain}</p>}
    </Card>
  )
}

/** Links to the copy in its forms while it may be fetched. */
export function Downloads({ request, path, now, title, t }: { request: PrivacyRequest; path: string; now: Temporal.Instant; title: string; t: CitizenWords['ask'] }) {
  const until = fetchableUntil(request)
  if (!until) return null
  const over = now.epochMilliseconds > until.epochMilliseconds
  return (
    <Card title={title}>
      <p class="soft">{over ? t.over : t.downloadLead(shortMoment(until))}</p>
      {!over && (
        <div class="row">
          {COPY_FORMS.map((form, at) => <ButtonLink key={form} href={`${path}/salinan/${form}`} icon="download" look={at === 0 ? 'primary' : 'secondary'}>{t.downloads[form]}</ButtonLink>)}
        </div>
      )}
    </Card>
  )
}

/** A value as people read it; the registry keeps codes and ISO dates. */
function shownValue({ field, newValue = '' }: PrivacyRequest, t: CitizenWords['ask']): string {
  if (field === 'gender') return t.genders[newValue] ?? newValue
  return field === 'birthDate' ? longDate(Temporal.PlainDate.from(newValue)) : newValue
}

/** What was asked, by when an answer is owed. */
export const requestRows = (request: PrivacyRequest, t: CitizenWords['ask']) => [
  { label: t.what, value: t.kinds[request.kind].short },
  ...(request.field ? [{ label: t.field, value: t.fields[request.field] }, { label: t.newValue, value: shownValue(request, t) }] : []),
  ...(request.words ? [{ label: t.words[request.kind], value: request.words }] : []),
  { label: t.when, value: longMoment(request.receivedAt) },
  { label: t.due, value: longMoment(request.dueAt) },
]
