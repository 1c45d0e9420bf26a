import { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Tools } from '../platform/tools.ts'
import { openMetrics, withHealth } from './health.ts'
import { openWeb } from './web.ts'

/** Requests at work get this long to finish when the program stops. */
const FINISH_MS = 10_000
const SWEEP_MS = 50

export type RunningWeb = { address: string; stop: () => Promise<void> }

/** The port is taken or forbidden; the sentence says what to do. */
export class PortProblem extends Error {
  readonly code: string
  readonly port: number
  constructor(code: string, port: number) {
    super(code)
    this.code = code
    this.port = port
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? String(error.code) : ''
      reject(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'].includes(code) ? new PortProblem(code, port) : error)
    })
    server.listen(port, host, resolve)
  })
}

async function close(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), FINISH_MS)
  // A browser keeps its connection open after the answer; nothing more will be asked on it.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
  await new Promise<void>((resolve) => { server.close(() => resolve()) })
  clearInterval(sweep)
  clearTimeout(cut)
}

/** Serves the web app on HOST and PORT, and the metrics beside it if they have a port. */
export async function startWeb(tools: Tools): Promise<RunningWeb> {
  const { host, port, metricsPort } = tools.config
  let stopping = false
  const metrics = metricsPort === undefined ? undefined : await openMetrics(tools, metricsPort)
  const app = openWeb(tools)
  const healthy = withHealth((request, env) => app.fetch(request, env), tools, () => stopping)
  const server = createAdaptorServer({ fetch: metrics ? metrics.watch(healthy) : healthy })
  if (!(server instanceof Server)) throw new Error('not a plain HTTP server')
  try {
    await listen(server, host, port)
  } catch (error) {
    metrics?.close()
    throw error
  }
  const at = server.address() as AddressInfo
  return {
    address: `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}`,
    async stop() {
      stopping = true
      await close(server)
      metrics?.close()
    },
  }
}
