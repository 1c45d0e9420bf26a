import { longDate, wibDate } from '../../../kernel/wib.ts'
import { page } from '../../../platform/http/page.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { getOffice } from '../../office/index.ts'
import { findList, listItems } from '../list-store.ts'
import { archiveId as t } from '../messages.id.ts'
import { ROOT } from './frame.tsx'
import { ItemTable } from './item-table.tsx'

/** A list holds no more than this. */
const MOST = 1000

/** The minutes of a destruction (berita acara pemusnahan), to be printed and signed. */
export const minutesPage = page({
  path: `${ROOT}/usul/:id/berita-acara`,
  right: 'archive.read',
  async read({ unit, actor, params }) {
    const list = await findList(unit.tx, actor.officeId, params['id'] ?? '')
    if (!list?.minutesNumber) return undefined
    const items = await listItems(unit.tx, list.id, { limit: MOST })
    return { list, items: items.filter(({ state }) => state !== 'withheld'), office: await getOffice(unit.tx, actor.officeId), now: unit.now }
  },
  view({ list, items, office, now }) {
    const day = longDate(wibDate(list.doneAt ?? list.decidedAt ?? now))
    return {
      title: t.minutes, variant: 'officer', back: { href: `${ROOT}/usul/${list.id}`, text: t.listName(list.number) },
      body: (
        <>
          <PageHeading title={t.minutesTitle} over={`${office.government} · ${office.name}`} lead={`${t.number}: ${list.minutesNumber ?? ''}`} />
          {list.state === 'done' ? <p>{t.minutesText(office.name, day, list.destroyed)}</p> : <Notice tone="warning"><p>{t.minutesOpen}</p></Notice>}
          <ItemTable items={items} caption={t.minutes} />
          <p class="soft">{t.minutesBackups}</p>
          <Summary rows={[
            { label: t.signers.head, value: list.decidedByName },
            { label: t.signers.maker, value: list.madeByName },
            ...(list.witnesses ?? '').split('\n').filter((line) => line.trim() !== '').map((line, at) => ({ label: `${t.signers.witness} ${at + 1}`, value: line.trim() })),
          ]} />
        </>
      ),
    }
  },
})
