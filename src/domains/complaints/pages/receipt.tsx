import { formatInstant } from '../../../kernel/wib.ts'
import { fromDb } from '../../../platform/db/unit.ts'
import type { UnitAsk } from '../../../platform/http/context.ts'
import { Panel } from '../../../ui/panel.tsx'
import { PrintSlip } from '../../../ui/print-slip.tsx'
import { momentText } from '../../applications/index.ts'
import type { Office } from '../../office/index.ts'
import type { Filed } from '../file-ticket.ts'
import { citizenWords } from '../words.ts'
import { TRACK } from './paths.ts'

/** Number and secret of a new ticket. It is the answer to the form and has no address of its own, as the secret is shown once. */
export function Receipt({ filed: { ticket, secret }, office, ask }: { filed: Filed; office: Office; ask: Pick<UnitAsk, 'lang' | 'unit' | 'tools'> }) {
  const words = citizenWords(ask.lang)
  const t = words.receipt
  const until = ticket.owedAt && momentText(fromDb(ticket.owedAt), ask.lang, ask.unit.now)
  const received = fromDb(ticket.receivedAt)
  return (
    <>
      <div class="stack no-print">
        <Panel tone="success" title={t.title}><p>{until && t.until(until)} {t.next}</p>{(ticket.identity !== 'named' || ticket.openTo !== null) && <p>{t.noMessage}</p>}</Panel>
      </div>
      <PrintSlip site={{ office: office.name, region: office.government.replace('Pemerintah ', '') }} title={t.slip} reference={{ label: t.ticket, value: ticket.reference }}
        rows={[
          { label: t.secret, value: <b class="reference">{secret}</b> }, { label: t.kind, value: words.kinds[ticket.kind].name },
          { label: t.when, value: <time datetime={formatInstant(received)}>{momentText(received, ask.lang, ask.unit.now)}</time> },
        ]}
        foot={`${t.keep} ${ask.tools.config.baseUrl.replace(/^https?:\/\//, '')}${TRACK}`} />
    </>
  )
}
