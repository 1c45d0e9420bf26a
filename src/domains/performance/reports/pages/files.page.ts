import { download } from '../../../../platform/http/page.ts'
import { whichOf } from '../address.ts'
import { archivedResponse, reportResponse } from '../file-response.ts'
import { findReport, findReportAccess, findSigned } from '../store.ts'

/** A file of a report for officers. */
export const reportFile = download({
  path: '/petugas/laporan/:id/unduh/:part',
  right: 'report.read',
  access: ({ unit, params }) => findReportAccess(unit.tx, params['id'] ?? ''),
  async read({ unit, tools, params }) {
    const card = await findReport(unit.tx, params['id'] ?? '')
    return card && reportResponse(tools, unit.tx, card, params['part'] ?? '')
  },
})

/** A file of a signed report for everybody. */
export const publicReportFile = download({
  path: '/laporan/:kind/:period/:version/:part{pdf|xlsx|json}',
  right: 'public',
  async read({ unit, tools, params }) {
    const which = whichOf(params)
    const card = which && await findSigned(unit.tx, which)
    return card && archivedResponse(tools, unit.tx, card, params['part'] ?? '', true)
  },
})
