import { type OfflinePage, offlinePage } from '../../platform/offline/bundle.ts'
import { stylesheet } from '../../ui/stylesheet.ts'

export const REPORT_CHECK_PAGE = '/periksa-laporan'
export const REPORT_CHECK_WORKER = '/periksa-laporan-pekerja.js'
export const REPORT_CHECK_FILE = '/periksa-laporan/satu-berkas'

let made: Promise<OfflinePage> | undefined

/** Script and worker of the page that checks reports, bundled when they are first needed: commands never pay for them. */
export const reportCheckAssets = (): Promise<OfflinePage> => made ??= offlinePage({
  family: 'report-check', entry: new URL('offline/check-page.ts', import.meta.url), page: REPORT_CHECK_PAGE,
  scriptAt: (hash) => `/assets/periksa-laporan.${hash}.js`, assets: [stylesheet.path],
})
