import type { Temporal } from 'temporal-polyfill'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Allowed, Language } from '../../../../platform/http/context.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { StatusTag } from '../../../../ui/status-tag.tsx'
import { type ServiceDefinition, dateText } from '../../../services/index.ts'
import { BUSINESS_ITEM } from '../../commands/draft.ts'
import type { Remark, RemarkItem } from '../../store.ts'
import { businessPath } from './answers-view.tsx'
import { type CaseFile, isReplaced, wordsOf } from './case-file.ts'
import { isStatement, pathOf } from './form-parts.ts'

type Seen = { file: CaseFile; remarks: Remark[]; until: Temporal.PlainDate | undefined; ask: Allowed }

/** What a returned item is called, and the page on which exactly that is mended. */
function placeOf({ file: { application: { id }, definition, business }, ask }: Seen, key: string): { label: string; href: string } {
  const question = definition.questions.find((one) => one.key === key)
  if (question) {
    return { label: question.label[ask.lang], href: pathOf(id, isStatement(question) ? { kind: 'check' } : { kind: 'question', key }) }
  }
  if (key === BUSINESS_ITEM && business) return { label: wordsOf(ask.lang).case.mendBusiness, href: businessPath(ask, business.id) }
  const requirement = definition.requirements.find((one) => one.key === key)
  return { label: requirement?.label[ask.lang] ?? key, href: pathOf(id, { kind: 'file', key }) }
}

const reasonText = (definition: ServiceDefinition, code: string | null, lang: Language): string | undefined =>
  definition.reasons.return.find((one) => one.code === code)?.label[lang]

function Item({ seen, item }: { seen: Seen; item: RemarkItem }) {
  const { file, ask } = seen
  const t = wordsOf(ask.lang).case
  const returnedAt = file.application.returnedAt ? fromDb(file.application.returnedAt) : undefined
  const done = file.given.some((one) => one.requirement === item.requirement && isReplaced(one, returnedAt))
  const { label, href } = placeOf(seen, item.requirement)
  return (
    <Card title={label} side={<StatusTag tone={done ? 'success' : 'warning'} text={done ? t.mended : t.toMend} />}>
      <p><b>{reasonText(file.definition, item.reasonCode, ask.lang)}</b></p>
      {item.note && <p>{t.fromOfficer(item.note)}</p>}
      {file.mayEdit && (
        <div class="row">
          <ButtonLink href={href} look={done ? 'secondary' : 'primary'} small>{t.mend}<span class="visually-hidden"> {label}</span></ButtonLink>
        </div>
      )}
    </Card>
  )
}

/** What must be mended and why, item by item, each with the way to it; nothing else is open. */
export function Mending(seen: Seen) {
  const { file: { application, definition, mayEdit }, remarks, until, ask } = seen
  const t = wordsOf(ask.lang).case
  const remark = remarks.findLast((one) => one.step === 'return')
  const items = remark?.items ?? []
  const reason = reasonText(definition, remark?.reasonCode ?? null, ask.lang)
  return (
    <section class="stack">
      <h2>{t.mendTitle}</h2>
      <p>{items.length > 0 ? t.mendLead : t.allOpen}</p>
      {(reason || remark?.note) && <Notice tone="warning">{reason && <p><b>{reason}</b></p>}{remark?.note && <p>{t.fromOfficer(remark.note)}</p>}</Notice>}
      {items.map((item) => <Item key={item.requirement} seen={seen} item={item} />)}
      {until && <p>{t.mendUntil(dateText(until, ask.lang))}</p>}
      {mayEdit && <div class="row"><ButtonLink href={pathOf(application.id, { kind: 'check' })}>{t.sendAgain}</ButtonLink></div>}
    </section>
  )
}
