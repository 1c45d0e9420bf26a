import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { qrSvg } from '../../../platform/typeset/qr.ts'
import { PrintSlip } from '../../../ui/print-slip.tsx'
import { getOffice } from '../../office/index.ts'
import { counterCode } from '../answer.ts'
import { officeId as t } from '../office-words.id.ts'
import { DESK, surveyScreen } from './frame.tsx'
import { dayText } from './number-words.ts'

/** The code of today for visitors, as a picture to be scanned and in letters. */
export const counterCodePage = page({
  path: `${DESK}/loket`,
  right: 'survey.enter',
  access: async ({ actor }) => ({ officeId: actor?.officeId ?? '' }),
  async read({ unit, tools, actor }) {
    const today = wibDate(unit.now)
    return { office: await getOffice(unit.tx, actor.officeId), code: counterCode(tools.keys, actor.officeId, today), day: today.toString(), address: `${tools.config.baseUrl}/skm` }
  },
  view: ({ office, code, day, address }, { actor }) => surveyScreen({
    actor, tab: 'counter', title: t.counter.title, lead: t.counter.lead,
    children: (
      <>
        <PrintSlip site={{ office: office.name, region: office.government.replace('Pemerintah ', '') }} title={t.counter.slip} reference={{ label: t.counter.code, value: `${code.slice(0, 4)} ${code.slice(4)}` }}
          rows={[{ label: t.counter.day, value: dayText(day, 'id') }]} foot={t.counter.foot(address.replace(/^https?:\/\//, ''))}
          qr={<span role="img" aria-label={t.counter.qr} dangerouslySetInnerHTML={{ __html: qrSvg(`${address}?kode=${code}`) }} />} />
        <p class="soft no-print">{t.counter.print}</p>
      </>
    ),
  }),
})
