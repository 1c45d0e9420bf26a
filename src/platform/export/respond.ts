import type { Route } from '../http/route.ts'

/** A download that nobody takes for so long is given up: its snapshot must not keep the database from tidying up. */
const STALL_MS = 60_000

/**
 * Answers with a file that is made while it is sent. Nothing is read before it is asked for; a client that hangs up or stops taking
 * ends whatever `bytes` has open.
 */
export function streamed(bytes: AsyncGenerator<Uint8Array, unknown>, headers: { type: string; name: string },
  stallMs = STALL_MS): Response {
  let idle: NodeJS.Timeout | undefined
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(idle)
      const next = await bytes.next()
      if (next.done) {
        controller.close()
        return
      }
      controller.enqueue(next.value)
      idle = setTimeout(() => {
        controller.error(new Error('nobody took the file'))
        bytes.return(undefined).catch(() => {})
      }, stallMs).unref()
    },
    async cancel() {
      clearTimeout(idle)
      await bytes.return(undefined)
    },
  }, { highWaterMark: 0 })
  return new Response(body, {
    headers: {
      'content-type': headers.type, 'content-disposition': `attachment; filename="${headers.name}"`, 'cache-control': 'private, no-store',
      'x-accel-buffering': 'no',
    },
  })
}

/**
 * Packs an answer on its way to a client that takes gzip: texts of the registry become a sixth. Other answers are packed whole, when
 * they are done.
 */
export function packedOnTheWay(response: Response, accepts: string | undefined): Response {
  const type = response.headers.get('content-type') ?? ''
  if (!response.body || !/^text\/csv|x-ndjson/.test(type) || !/\bgzip\b/.test(accepts ?? '')) return response
  const headers = new Headers(response.headers)
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'accept-encoding')
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { status: response.status, headers })
}

/** A download whose rows are read, written and sent piece by piece; it ends with the last piece, or when the client hangs up. */
export const packedRoute = (route: Route): Route => ({
  ...route,
  handle: async (c, ask, shell) => packedOnTheWay(await route.handle(c, ask, shell), c.req.method === 'GET' ? c.req.header('accept-encoding') : undefined),
})
