import { areasFor } from '../../../../kernel/rights.ts'
import { download, page } from '../../../../platform/http/page.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { type Column, DataTable } from '../../../../ui/data-table.tsx'
import { dateText } from '../../date-text.ts'
import { publishingId as t } from '../../messages-publishing.id.ts'
import { listProposals } from '../../proposal-store.ts'
import { type KeptVersion, listVersionsOf } from '../../store.ts'
import { Preview, ROOT, publishingScreen, servicePath } from './frame.tsx'
import { ProposalTable } from './services.page.tsx'

const versionPath = ({ code, version }: Pick<KeptVersion, 'code' | 'version'>) => `${servicePath(code)}/${version}`

const COLUMNS: Column<KeptVersion>[] = [
  { key: 'version', header: t.versions, names: true, cell: (one) => <a href={versionPath(one)}>{t.version(one.version)}</a> },
  { key: 'dates', header: t.dates, cell: (one) => `${dateText(one.validFrom, 'id')} – ${one.validTo === null ? t.until : dateText(one.validTo, 'id')}` },
  { key: 'decree', header: t.decree, cell: (one) => <>{one.definition.decree.number}<br /><small class="soft">{dateText(one.definition.decree.date, 'id')}</small></> },
  { key: 'days', header: t.promise, cell: (one) => t.days(one.definition.limits.days) },
  { key: 'file', header: t.act, quiet: true, cell: (one) => <a href={`${versionPath(one)}/berkas`} download>{t.download}<span class="visually-hidden"> {t.version(one.version)}</span></a> },
]

/** One service: its versions, and what was proposed for it. */
export const servicePage = page({
  path: `${ROOT}/:code`,
  right: 'service.review',
  async read({ unit, actor, params }) {
    const versions = await listVersionsOf(unit.tx, actor.officeId, params['code'] ?? '')
    const [latest] = versions
    return latest && { latest, versions, proposals: await listProposals(unit.tx, actor.officeId, { code: latest.code, limit: 20 }) }
  },
  view: ({ latest, versions, proposals }, { actor }) => publishingScreen({
    title: latest.definition.name.id, lead: latest.code, back: { href: ROOT, text: t.backToServices },
    children: (
      <>
        {areasFor(actor, 'service.propose') === 'all' && (
          <div class="row">
            <ButtonLink href={`${servicePath(latest.code)}/ubah`} icon="pen">{t.edit}</ButtonLink>
            <ButtonLink href={`${ROOT}/unggah`} look="secondary">{t.upload}</ButtonLink>
          </div>
        )}
        <DataTable caption={t.versionsCaption} quietCaption columns={COLUMNS} rows={versions} rowKey={(one) => String(one.version)} />
        <h2>{t.proposals}</h2>
        <ProposalTable proposals={proposals} />
      </>
    ),
  }),
})

type Lookup = { unit: { tx: Parameters<typeof listVersionsOf>[0] }; actor: { officeId: string }; params: Record<string, string> }
const versionOf = async ({ unit, actor, params }: Lookup) =>
  (await listVersionsOf(unit.tx, actor.officeId, params['code'] ?? '')).find(({ version }) => String(version) === params['version'])

/** One version as applicant and officers meet it. */
export const versionPage = page({
  path: `${ROOT}/:code/:version{[0-9]+}`,
  right: 'service.review',
  read: versionOf,
  view: (one, { query }) => publishingScreen({
    title: `${one.definition.name.id}, ${t.version(one.version).toLowerCase()}`, lead: `${t.dates} ${dateText(one.validFrom, 'id')} – ${one.validTo === null ? t.until : dateText(one.validTo, 'id')}`,
    back: { href: servicePath(one.code), text: one.definition.name.id },
    side: <ButtonLink href={`${versionPath(one)}/berkas`} look="secondary" small icon="download" download>{t.download}</ButtonLink>,
    children: <Preview definition={one.definition} side={query['sisi']} path={versionPath(one)} />,
  }),
})

/** The whole definition as a file that can be changed and proposed again. */
export const versionFile = download({
  path: `${ROOT}/:code/:version{[0-9]+}/berkas`,
  right: 'service.review',
  async read(ask) {
    const one = await versionOf(ask)
    return one && new Response(`${JSON.stringify(one.definition, null, 2)}\n`, {
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-disposition': `attachment; filename="${one.code.toLowerCase()}-v${one.version}.json"`, 'cache-control': 'no-store' },
    })
  },
})
