import { wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { findHomeOffice, holderOf, officialsOn, titleOf } from '../../office/index.ts'
import { listServicesOn } from '../store.ts'
import { wordsFor } from './service-cards.tsx'

/** The public promise of the office (maklumat pelayanan). Source: UU 25/2009 Pasal 22. */
export const charterPage = page({
  path: '/maklumat',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit }) {
    const office = await findHomeOffice(unit.tx)
    if (!office) return undefined
    const today = wibDate(unit.now)
    const head = holderOf(await officialsOn(unit.tx, office.id, today), 'office-head')
    const services = (await listServicesOn(unit.tx, office.id, today.toString())).map((held) => held.definition)
    return { office, services, head: head && { name: head.name, title: titleOf(head) } }
  },
  view({ office, services, head }, { lang }) {
    const t = wordsFor(lang).charter
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} over={office.name} />
          <Card>
            <p class="lead">{t.vow}</p>
            {head && <p>{t.signed(office.placeOfSigning, head.title)}<br /><b>{head.name}</b></p>}
          </Card>
          <h2>{t.promises}</h2>
          <Summary rows={services.map(({ name, limits, standard }) => ({
            label: name[lang], value: t.promise(limits.days, standard.fee, limits.intakeOfficeHours),
          }))} />
          <h2>{t.also}</h2>
          <div class="prose"><ul>{t.alsoItems.map((line) => <li key={line}>{line}</li>)}</ul></div>
          <Notice><p>{t.complain}</p></Notice>
        </>
      ),
    }
  },
})
