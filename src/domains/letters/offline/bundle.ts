import { type OfflinePage, offlinePage } from '../../../platform/offline/bundle.ts'

/** The browser side of the checking page, see `offlinePage`. */
export const buildOffline = (settings: { page: string; scriptAt: (hash: string) => string; assets: string[] }): Promise<OfflinePage> =>
  offlinePage({ ...settings, family: 'letter-check', entry: new URL('check-page.ts', import.meta.url) })
