import { createHash } from 'node:crypto'
import { type OfflinePage, bundleScript, offlinePage } from '../../platform/offline/bundle.ts'
import { stylesheet } from '../../ui/stylesheet.ts'

export const REPORT_CHECK_PAGE = '/periksa-laporan'
export const REPORT_CHECK_WORKER = '/periksa-laporan-pekerja.js'
export const REPORT_CHECK_FILE = '/periksa-laporan/satu-berkas'

/** `stamps`: the script that reads time stamps, and its address. */
type ReportCheckAssets = OfflinePage & { stamps: string; stampsPath: string }

let made: Promise<ReportCheckAssets> | undefined

/** Scripts and worker of the page that checks reports, bundled when they are first needed: commands never pay for them. */
export const reportCheckAssets = (): Promise<ReportCheckAssets> => made ??= bundle()

async function bundle(): Promise<ReportCheckAssets> {
  const stamps = await bundleScript(new URL('offline/stamp-reader.ts', import.meta.url))
  const stampsPath = `/assets/periksa-cap.${createHash('sha256').update(stamps).digest('hex').slice(0, 10)}.js`
  const page = await offlinePage({
    family: 'report-check', entry: new URL('offline/check-page.ts', import.meta.url), page: REPORT_CHECK_PAGE,
    scriptAt: (hash) => `/assets/periksa-laporan.${hash}.js`, assets: [stylesheet.path, stampsPath],
  })
  return { ...page, stamps, stampsPath }
}
