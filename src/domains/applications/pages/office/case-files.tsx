import { formatInstant, longMoment, shortMoment } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import { Card } from '../../../../ui/card.tsx'
import { Checklist, type ChecklistItem } from '../../../../ui/checklist.tsx'
import { Clock } from '../../../../ui/clock.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { FileItem } from '../../../../ui/file-item.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import type { Requirement } from '../../../services/index.ts'
import { OPEN } from '../../core/life.ts'
import { officeWords } from '../../office-messages.id.ts'
import type { Remark } from '../../store.ts'
import type { CaseModel } from './case-model.ts'
import { dueWords } from './due-words.ts'
import type { Temporal } from 'temporal-polyfill'

const t = officeWords.sheet

const KIND: Record<string, string> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

function requirementItem({ definition, given, missing, business }: CaseModel, one: Requirement): ChecklistItem[] {
  if (given.some((file) => file.requirement === one.key)) return [{ state: 'met', label: one.label.id }]
  if (one.metBy === 'business.nib' && business?.record.nib) return [{ state: 'met', label: one.label.id, note: t.metByRecord }]
  if (missing.has(one.key)) return [{ state: 'missing', label: one.label.id }]
  const instead = definition.requirements.find((other) => other.oneOf !== undefined && other.oneOf === one.oneOf && other.key !== one.key)
  // An optional paper that is not there is neither met nor missing.
  return instead ? [{ state: 'met', label: one.label.id, note: t.metByOther(instead.label.id) }] : []
}

export function RequirementsCard({ model }: { model: CaseModel }) {
  if (model.definition.requirements.length === 0) return null
  return <Card title={t.requirements}><Checklist items={model.definition.requirements.flatMap((one) => requirementItem(model, one))} /></Card>
}

/** The papers themselves: pictures as they are, PDFs in a frame that opens on demand. */
export function FilesCard({ model: { definition, given } }: { model: CaseModel }) {
  const place = (key: string) => definition.requirements.findIndex((one) => one.key === key)
  const files = given.toSorted((a, b) => place(a.requirement) - place(b.requirement) || a.position - b.position)
  return (
    <Card title={t.files}>
      {files.length === 0 && <p>{t.noFiles}</p>}
      {files.map((file) => {
        const label = definition.requirements.find((one) => one.key === file.requirement)?.label.id ?? file.requirement
        const title = file.position > 0 ? t.pages(label, file.position + 1) : label
        const href = `/berkas/${file.id}`
        return (
          <figure key={`${file.requirement} ${file.id}`} class="stack-s">
            <FileItem fileName={title} detail={t.fileDetail(KIND[file.mediaType] ?? file.mediaType, Math.ceil(file.size / 1024), file.pages)} href={href} />
            {file.mediaType.startsWith('image/') && <a href={href}><img src={href} alt={title} loading="lazy" /></a>}
            {file.mediaType === 'application/pdf' && (
              <Disclosure summary={t.openFile}><iframe src={href} title={title} width="100%" height="600" loading="lazy" /></Disclosure>
            )}
          </figure>
        )
      })}
    </Card>
  )
}

function clockText({ application, clock, definition }: CaseModel, now: Temporal.Instant) {
  const { status } = application
  const due = clock?.dueAt ?? clock?.intakeDueAt ?? null
  const { urgency } = dueWords(status, due, now)
  if (status === 'returned') return { urgency, due: t.pausedDue, explanation: undefined }
  if (status === 'following') return { urgency, due: t.followed, explanation: undefined }
  if (!OPEN.includes(status)) return { urgency: 'done' as const, due: t.ended, explanation: undefined }
  if (!due) return { urgency, due: t.noDue, explanation: undefined }
  return clock?.dueAt
    ? { urgency, due: t.due(longMoment(due)), explanation: t.dueBecause(definition.limits.days) }
    : { urgency, due: t.intakeDue(longMoment(due)), explanation: t.intakeBecause(definition.limits.intakeOfficeHours) }
}

export function CaseClock({ model, now }: { model: CaseModel; now: Temporal.Instant }) {
  const { clock, holder, desk } = model
  return (
    <Clock {...clockText(model, now)} spent={[
      { label: t.spentOffice, text: t.hours(clock?.officeMinutes ?? 0) },
      { label: t.spentApplicant, text: t.hours(clock?.applicantMinutes ?? 0) },
      { label: t.holder, text: [holder ?? t.nobody, desk].filter(Boolean).join(' · ') },
    ]} />
  )
}

export function TimelineCard({ model: { events } }: { model: CaseModel }) {
  return (
    <Card title={t.timeline}>
      <Timeline items={events.map((event, at) => ({
        state: at === events.length - 1 ? 'now' : 'done', title: t.events[event.step] ?? event.step, when: shortMoment(event.at), at: formatInstant(event.at), by: event.by,
      }))} />
    </Card>
  )
}

export function RemarkText({ model: { definition }, remark }: { model: Pick<CaseModel, 'definition'>; remark: Pick<Remark, 'step' | 'reasonCode' | 'note' | 'items'> }) {
  const reasons = [...definition.reasons.return, ...definition.reasons.reject]
  const reason = (code: string | null) => reasons.find((one) => one.code === code)?.label.id
  const label = (key: string) =>
    [...definition.requirements, ...definition.questions].find((one) => one.key === key)?.label.id ?? officeWords.give.businessItem
  return (
    <div class="prose">
      {(reason(remark.reasonCode) || remark.note) && <p>{[reason(remark.reasonCode), remark.note].filter(Boolean).join('. ')}</p>}
      {remark.items.length > 0 && (
        <ul>
          {remark.items.map((item) => (
            <li key={item.requirement}><strong>{label(item.requirement)}:</strong> {[reason(item.reasonCode), item.note].filter(Boolean).join('. ')}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

export function RemarksCard({ model }: { model: CaseModel }) {
  if (model.remarks.length === 0) return null
  return (
    <Card title={t.remarks}>
      {model.remarks.map((remark) => (
        <div key={remark.at.getTime()}>
          <p class="soft">{t.events[remark.step] ?? remark.step} · {shortMoment(fromDb(remark.at))} · {officeWords.roles[remark.byRole] ?? officeWords.applicant}</p>
          <RemarkText model={model} remark={remark} />
        </div>
      ))}
    </Card>
  )
}
