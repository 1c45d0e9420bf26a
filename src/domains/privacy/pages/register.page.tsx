import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../../kernel/wib.ts'
import { streamed } from '../../../platform/export/respond.ts'
import { download, page } from '../../../platform/http/page.ts'
import { writeCsv } from '../../../platform/sheets/write-csv.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Summary } from '../../../ui/summary.tsx'
import { type RegisteredActivity, registerNow } from '../register.ts'
import { registerId as t } from '../register-words.id.ts'
import { ROOT, privacyScreen } from './frame.tsx'

const PATH = `${ROOT}/catatan`
const FIELDS = ['name', 'purpose', 'subjects', 'data', 'specific', 'basis', 'sure', 'recipients', 'kept', 'security'] as const

function textOf(one: RegisteredActivity, field: (typeof FIELDS)[number]): string {
  if (field === 'sure') return t.sure[one.sure] ?? one.sure
  const value = one[field]
  return typeof value === 'string' ? value : value.join('; ')
}

/** What the office processes of persons, as a page. */
export const registerPage = page({
  path: PATH,
  right: 'privacy.register',
  read: ({ unit, actor }) => registerNow(unit, actor.officeId),
  view: ({ version, validFrom, source, activities }) => privacyScreen({
    tab: 'register', title: t.title, lead: t.lead,
    side: (
      <>
        <ButtonLink href={`${PATH}.csv`} look="secondary" small icon="download">{t.csv}</ButtonLink>
        <ButtonLink href={`${PATH}.json`} look="secondary" small icon="download">{t.json}</ButtonLink>
      </>
    ),
    children: (
      <>
        <p class="soft">{t.head(version, longDate(Temporal.PlainDate.from(validFrom)), source)}</p>
        {activities.map((one) => (
          <Card key={one.key} title={one.name}>
            <Summary rows={FIELDS.filter((field) => field !== 'name').map((field) => ({ label: t.columns[field], value: textOf(one, field) }))} />
          </Card>
        ))}
      </>
    ),
  }),
})

const NAME = 'catatan-pemrosesan'

/** The same for whoever examines it elsewhere. */
export const registerCsv = download({
  path: `${PATH}.csv`,
  right: 'privacy.register',
  async read({ unit, actor }) {
    const { activities } = await registerNow(unit, actor.officeId)
    const columns = FIELDS.map((field) => ({ name: field, title: t.columns[field], kind: 'text' as const }))
    return streamed(writeCsv(columns, activities.map((one) => FIELDS.map((field) => textOf(one, field))), { delimiter: ';', bom: true }), { type: 'text/csv; charset=utf-8', name: `${NAME}.csv` })
  },
})

export const registerJson = download({
  path: `${PATH}.json`,
  right: 'privacy.register',
  read: async ({ unit, actor }) => new Response(JSON.stringify(await registerNow(unit, actor.officeId), null, 2), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${NAME}.json"`, 'cache-control': 'private, no-store' },
  }),
})
