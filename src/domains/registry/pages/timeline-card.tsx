import type { ComponentChildren } from 'preact'
import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Timeline, type TimelineItem } from '../../../ui/timeline.tsx'
import { BUSINESS_FIELDS } from '../core/business-blocks.ts'
import { choicesOf, labelOf } from '../field-text.ts'
import type { PageWords } from '../page-messages.id.ts'
import type { TimelineEntry } from '../timeline.ts'
import { sourceText } from './origin-text.ts'

type TimelineModel = {
  entries: TimelineEntry[]
  /** Address of what lies further back, and of the beginning when one is already further back. */
  older: string | undefined; newest: string | undefined
  /** Address at which an entry is opened, where this person may. */
  hrefOf: (entry: TimelineEntry) => string | undefined
  /** The record whose page this is: what happened to those merged into it is told as such. */
  businessId: string
  /** Officers see who acted. */
  showsNames: boolean
  /** The page on which another day is looked at. */
  asOf: string | undefined
}

const MOST_FIELDS = 4

function fieldsText({ fields }: TimelineEntry, { timeline: t, labels: all }: PageWords): string {
  const labels = [...new Set(fields.toSorted((a, b) => BUSINESS_FIELDS.indexOf(a) - BUSINESS_FIELDS.indexOf(b)).map((field) => labelOf(field, all)))]
  return t.and(labels.slice(0, MOST_FIELDS), labels.length - MOST_FIELDS)
}

function actTitle(entry: TimelineEntry, words: PageWords): string {
  const { timeline: t, labels } = words
  const source = sourceText(entry.source ?? '', labels)
  const fields = fieldsText(entry, words)
  switch (entry.what) {
    case 'enter': return t.entered
    case 'import': return entry.key.endsWith('/00000001') ? t.enteredFrom(source) : fields === '' ? t.importedNothing(source) : t.imported(source, fields)
    case 'confirm': return t.confirmed
    case 'decide': return t.decided(fields)
    default: return entry.status !== null && entry.validFrom !== null && entry.fields.length === 1
      ? t.statusTo(choicesOf('status', labels)[entry.status] ?? entry.status, labels.day(Temporal.PlainDate.from(entry.validFrom)))
      : t.changed(fields)
  }
}

/** What happened, in words. */
function titleOf(entry: TimelineEntry, words: PageWords): string {
  const t = words.timeline
  const reference = entry.reference ?? ''
  const cases: Readonly<Record<string, (reference: string) => string>> = t.case
  const letters: Readonly<Record<string, (number: string) => string>> = t.letter
  switch (entry.kind) {
    case 'act': return actTitle(entry, words)
    case 'merge': return (entry.what === 'merged' ? t.merged : entry.what === 'absorbed' ? t.absorbed : t.unmerged)(reference)
    case 'proposal': return (entry.what === 'proposed' ? t.proposed : entry.what === 'rejected' ? t.rejected : t.withdrawn)(fieldsText(entry, words))
    case 'photo': return (entry.what === 'added' ? t.photoAdded : t.photoRemoved)(words.labels.photos[reference] ?? reference)
    case 'case': return cases[entry.what]?.(reference) ?? reference
    case 'letter': return letters[entry.what]?.(reference) ?? reference
  }
}

function itemOf(entry: TimelineEntry, { hrefOf, businessId, showsNames }: TimelineModel, words: PageWords): TimelineItem {
  const { timeline: t, labels } = words
  const at = fromDb(entry.at)
  const href = hrefOf(entry)
  const by = [entry.businessId === businessId ? '' : t.ofAbsorbed, entry.source && sourceText(entry.source, labels), showsNames ? entry.by : ''].filter(Boolean).join(' · ')
  const note: ComponentChildren = href === undefined ? undefined : <a href={href}>{t.open}<span class="visually-hidden"> {entry.reference}</span></a>
  return {
    state: entry.isUndone ? 'next' : 'done', title: `${titleOf(entry, words)}${entry.isUndone ? ` (${t.undone})` : ''}`, when: labels.moment(at), at: at.toString(), by: by || undefined, note,
  }
}

/** Everything that happened to a business, the newest first, month by month. */
export function TimelineCard({ model, words }: { model: TimelineModel; words: PageWords }) {
  const t = words.timeline
  return (
    <Card title={t.title} {...(model.asOf ? { side: <a href={model.asOf}>{t.asOf}</a> } : {})}>
      {[...Map.groupBy(model.entries, ({ at }) => words.labels.month(wibDate(fromDb(at))))].map(([month, entries]) => (
        <div key={month} class="stack-s">
          <h3>{month}</h3>
          <Timeline items={entries.map((entry) => itemOf(entry, model, words))} />
        </div>
      ))}
      {(model.older || model.newest) && (
        <p class="row">
          {model.newest && <ButtonLink href={model.newest} look="link" small>{t.newest}</ButtonLink>}
          {model.older && <ButtonLink href={model.older} look="secondary" small>{t.older}</ButtonLink>}
        </p>
      )}
    </Card>
  )
}
