import { stylesheet } from '../../ui/stylesheet.ts'
import { buildOffline } from './offline/bundle.ts'

export const CHECK_PAGE = '/verifikasi'
export const KEYS_PATH = '/verifikasi/kunci.json'
export const REVOKED_PATH = '/verifikasi/dicabut.json'
export const WORKER_PATH = '/verifikasi-pekerja.js'

type OfflineAssets = Awaited<ReturnType<typeof buildOffline>>
let made: Promise<OfflineAssets> | undefined

/** Script and worker of the checking page, bundled when they are first needed: commands never pay for them. */
export const offlineAssets = (): Promise<OfflineAssets> =>
  made ??= buildOffline({ page: CHECK_PAGE, scriptAt: (hash) => `/assets/periksa.${hash}.js`, assets: [stylesheet.path, KEYS_PATH, REVOKED_PATH] })
