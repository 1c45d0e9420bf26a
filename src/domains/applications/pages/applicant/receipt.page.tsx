import type { Temporal } from 'temporal-polyfill'
import { formatInstant } from '../../../../kernel/wib.ts'
import { fromDb } from '../../../../platform/db/unit.ts'
import type { Allowed } from '../../../../platform/http/context.ts'
import { page } from '../../../../platform/http/page.ts'
import { qrSvg } from '../../../../platform/typeset/qr.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Clock } from '../../../../ui/clock.tsx'
import { Panel } from '../../../../ui/panel.tsx'
import { PrintSlip } from '../../../../ui/print-slip.tsx'
import { type Office, calendarOf, getOffice } from '../../../office/index.ts'
import { deadline } from '../../../../kernel/deadline.ts'
import { type CaseFile, accessOf, readCase, wordsOf } from './case-file.ts'
import { caseScreen } from './frame.tsx'
import { momentText } from './moment-text.ts'

type Moment = Temporal.Instant | undefined
/** `dueThen`: when the letter would be due if the file were found complete only at `intakeDueAt`. */
type Model = { file: CaseFile; office: Office; submittedAt: Temporal.Instant; intakeDueAt: Moment; dueAt: Moment; dueThen: Moment }

/** Who filled it in for the applicant; nobody when he did it himself. */
function helperText({ application }: CaseFile, { actor, lang }: Allowed): string | undefined {
  if (application.channel !== 'counter' && application.channel !== 'village') return undefined
  const t = wordsOf(lang)
  const role = t.roles[application.channel === 'village' ? 'village-officer' : 'counter'] ?? ''
  return actor.accountId === application.enteredBy ? `${actor.name}, ${t.helped(role)}` : t.helped(role)
}

/** The way to follow the case, as a picture to be photographed; the address stands below it in letters. */
function Qr({ text, label }: { text: string; label: string }) {
  return <span role="img" aria-label={label} dangerouslySetInnerHTML={{ __html: qrSvg(text) }} />
}

function Slip({ model: { file, office, submittedAt, intakeDueAt, dueAt }, ask }: { model: Model; ask: Allowed }) {
  const t = wordsOf(ask.lang).receipt
  const { application, definition, business, cooperative, owner } = file
  const say = (moment: Temporal.Instant) => <time datetime={formatInstant(moment)}>{momentText(moment, ask.lang, ask.unit.now)}</time>
  const address = `${ask.tools.config.baseUrl}/lacak`
  const helper = helperText(file, ask)
  return (
    <PrintSlip site={{ office: office.name, region: office.government.replace('Pemerintah ', '') }} title={t.slip}
      reference={{ label: t.reference, value: application.reference }} qr={<Qr text={`${address}/${application.reference}`} label={t.qr} />}
      rows={[
        { label: t.service, value: definition.name[ask.lang] },
        ...(business ? [{ label: t.business, value: business.name }] : []),
        ...(cooperative ? [{ label: t.cooperative, value: cooperative.name }] : []),
        { label: t.owner, value: owner.name },
        ...(helper ? [{ label: t.helper, value: helper }] : []),
        { label: t.sentAt, value: say(submittedAt) },
        ...(dueAt ? [{ label: t.dueLabel, value: say(dueAt) }] : intakeDueAt ? [{ label: t.intakeLabel, value: say(intakeDueAt) }] : []),
        { label: t.fee, value: t.free },
      ]}
      foot={`${t.track(address.replace(/^https?:\/\//, ''))} ${t.stands} ${t.complain(definition.standard.complaints)}`} />
  )
}

/** The receipt (tanda terima). The same however often the case was sent or this page is opened. */
export const receiptPage = page({
  path: '/permohonan/:id/tanda-terima',
  right: 'application.read',
  access: accessOf,
  async read(ask): Promise<Model | undefined> {
    const file = await readCase(ask)
    if (!file?.application.submittedAt) return undefined
    const { application, definition } = file
    const intakeDueAt = application.intakeDueAt ? fromDb(application.intakeDueAt) : undefined
    const calendar = await calendarOf(ask.unit.tx, application.officeId)
    const then = intakeDueAt && deadline({ from: intakeDueAt, days: definition.limits.days, pauses: [], calendar })
    return {
      file, office: await getOffice(ask.unit.tx, application.officeId), submittedAt: fromDb(file.application.submittedAt), intakeDueAt,
      dueAt: application.dueAt ? fromDb(application.dueAt) : undefined, dueThen: then?.ok ? then.value.dueAt : undefined,
    }
  },
  view(model, ask) {
    const t = wordsOf(ask.lang).receipt
    const { file, intakeDueAt, dueAt, dueThen } = model
    const { days } = file.definition.limits
    const say = (moment: Temporal.Instant) => momentText(moment, ask.lang, ask.unit.now)
    return caseScreen(ask, file, {
      title: t.title,
      body: (
        <>
          <div class="stack no-print">
            <Panel tone="success" title={t.title}><p>{t.calm} {file.owner.phone ? t.weTell : t.noPhone}</p></Panel>
            {dueAt
              ? <Clock urgency="calm" due={t.due(say(dueAt))} explanation={t.stands} />
              : intakeDueAt && <Clock urgency="calm" due={t.intake(say(intakeDueAt))} explanation={dueThen ? t.doneBy(days, say(dueThen)) : t.thenPlain(days)} />}
          </div>
          <Slip model={model} ask={ask} />
          <p class="soft no-print">{t.print}</p>
          <div class="row no-print">
            <ButtonLink href={`/permohonan/${file.application.id}`}>{t.see}</ButtonLink>
            <ButtonLink href="/permohonan" look="link">{t.toList}</ButtonLink>
          </div>
        </>
      ),
    })
  },
})
