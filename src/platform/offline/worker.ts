/**
 * Service worker of a page that works without network after one visit: keeps the page, its script and style, and what it needs besides.
 * Newer answers always win while there is a network.
 */
type Waitable = Event & { waitUntil: (work: Promise<unknown>) => void }
type FetchEvent = Waitable & { request: Request; respondWith: (answer: Promise<Response>) => void }

/** Filled in by the bundler: addresses to keep (the page itself first) a name that changes with them, and how all such names begin. */
declare const KEPT: string[]
declare const CACHE: string
declare const FAMILY: string
const scope = globalThis as unknown as {
  addEventListener: (type: 'install' | 'activate' | 'fetch', listener: (event: FetchEvent) => void) => void
  skipWaiting: () => Promise<void>
}

scope.addEventListener('install', (event) => {
  // Without cookies: what is kept on a shared phone must not show who was signed in.
  const requests = KEPT.map((address) => new Request(address, { credentials: 'omit' }))
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)).then(() => scope.skipWaiting()))
})

scope.addEventListener('activate', (event) => {
  const isOld = (name: string) => name.startsWith(FAMILY) && name !== CACHE
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))))
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  const isPage = request.mode === 'navigate'
  if (request.method !== 'GET' || origin !== location.origin || !(isPage || KEPT.includes(pathname))) return
  event.respondWith(fresh(request, isPage))
})

/** From the network, kept for later; pages are not kept anew, without network the empty page stands in for every one. */
async function fresh(request: Request, isPage: boolean): Promise<Response> {
  const cache = await caches.open(CACHE)
  const keptAs = isPage ? KEPT[0] ?? request.url : request.url
  try {
    const answer = await fetch(request)
    if (answer.ok && !isPage) await cache.put(keptAs, answer.clone())
    return answer
  } catch {
    const kept = await cache.match(keptAs)
    return kept ?? Response.error()
  }
}
