import { Temporal } from 'temporal-polyfill'
import { wibDate } from '../../../kernel/wib.ts'
import { officeWeekOn } from '../../../kernel/working-calendar.ts'
import { page } from '../../../platform/http/page.ts'
import { Card } from '../../../ui/card.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page-heading.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type Official, calendarOf, findHomeOffice, officialsOn, titleOf } from '../../office/index.ts'
import { dateText, officeHours } from '../../services/index.ts'
import { portalWords } from '../words.ts'

const DAYS_OFF = 5

/** Where the office is, when it is open, and who is in charge. */
export const contactPage = page({
  path: '/kontak',
  right: 'public',
  cacheSeconds: 15,
  async read({ unit, lang }) {
    const office = await findHomeOffice(unit.tx)
    if (!office) return undefined
    const today = wibDate(unit.now)
    const calendar = await calendarOf(unit.tx, office.id)
    const week = officeWeekOn(calendar.weeks, today.toString())
    const daysOff = calendar.daysOff.filter((day) => day.date >= today.toString()).toSorted((a, b) => (a.date < b.date ? -1 : 1)).slice(0, DAYS_OFF)
    return { office, hours: week ? officeHours(week, lang) : '', daysOff, officials: await officialsOn(unit.tx, office.id, today) }
  },
  view({ office, hours, daysOff, officials }, { lang }) {
    const t = portalWords(lang).contact
    const columns: Column<Official>[] = [
      { key: 'post', header: t.post, names: true, cell: (one) => titleOf(one) },
      { key: 'name', header: t.name, cell: (one) => one.name },
    ]
    return {
      title: t.title, variant: 'public',
      body: (
        <>
          <PageHeading title={t.title} lead={t.lead} />
          <Card>
            <Summary rows={[
              { label: t.address, value: `${office.address} ${office.postalCode}` }, { label: t.hours, value: hours }, { label: t.phone, value: office.phone },
              { label: t.email, value: office.email }, { label: t.website, value: office.website },
            ]} />
          </Card>
          <Notice><p>{t.villages}</p></Notice>
          <section class="stack prose">
            <h2>{t.daysOff}</h2>
            {daysOff.length === 0 ? <p>{t.noDaysOff}</p> : <ul>{daysOff.map((day) => <li key={day.date}>{dateText(Temporal.PlainDate.from(day.date).toString(), lang)}: {day.name}</li>)}</ul>}
          </section>
          <DataTable caption={t.officials} columns={columns} rows={officials} rowKey={(one) => one.id} />
          <section class="stack prose"><h2>{t.forms}</h2><p><a href="/layanan">{t.formsLead}</a></p></section>
        </>
      ),
    }
  },
})
