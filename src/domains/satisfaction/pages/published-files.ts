import type { UnitAsk } from '../../../platform/http/context.ts'
import { download } from '../../../platform/http/page.ts'
import { findHomeOffice } from '../../office/index.ts'
import { posterPdf, publishedCsv } from '../published-file.ts'
import { type Publication, listPublications } from '../survey-results.ts'
import { namesFor } from './names.ts'
import type { Names } from './results-view.tsx'
import { RESULTS } from './sheet.page.tsx'

type Found = { officeId: string; publication: Publication; names: Names; key: string }

async function find({ unit, params }: UnitAsk, ending: string): Promise<Found | undefined> {
  const office = await findHomeOffice(unit.tx)
  const key = (params['file'] ?? '').replace(ending, '')
  const publication = office && (await listPublications(unit.tx, office.id)).find(({ period }) => period.key === key)
  return publication && { officeId: office.id, publication, key, names: await namesFor(unit.tx, office.id, unit.now, 'id') }
}

const fileResponse = (bytes: Buffer, mediaType: string, name: string): Response => new Response(new Uint8Array(bytes), {
  headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'public, max-age=300' },
})

/** A published result as a file for those who go on counting. */
export const csvFile = download({
  path: `${RESULTS}/:file{[0-9T-]+\\.csv}`,
  right: 'public',
  async read(ask) {
    const found = await find(ask, '.csv')
    return found && fileResponse(await publishedCsv(found.publication, found.names), 'text/csv; charset=utf-8', `skm-${found.key}.csv`)
  },
})

/** The poster of a published result that has an index. */
export const posterFile = download({
  path: `${RESULTS}/:file{[0-9T-]+\\.pdf}`,
  right: 'public',
  async read(ask) {
    const found = await find(ask, '.pdf')
    if (!found?.publication.results.figures?.index) return undefined
    return fileResponse(await posterPdf(ask.tools, ask.unit.tx, found.officeId, found.publication, found.names), 'application/pdf', `skm-${found.key}.pdf`)
  },
})
