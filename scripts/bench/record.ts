import { openWeb } from '../../src/apps/web.ts'
import type { Ground } from './ground.ts'
import type { Request } from './measure.ts'
import { type Tape, recordingDatabase } from './tape.ts'

/** The statements of one request, noted while the real program text answers it. */
export async function recorded(ground: Ground, name: string, request: Request): Promise<Tape> {
  const noting = recordingDatabase(ground.databaseUrl)
  try {
    const app = openWeb({ ...ground.tools, db: noting.db })
    const ask = ({ method, path, headers, body }: Request) => app.request(path, { method, headers, ...(body === undefined ? {} : { body }) })
    // What a process asks once and keeps is not part of every answer.
    if (request.method === 'GET') await ask(request)
    else await app.request('/api/v1/applications?limit=1', { headers: request.headers })
    noting.take()
    const reply = await ask(request)
    if (reply.status !== 200) throw new Error(`${name}: ${reply.status} ${await reply.text()}`)
    await reply.arrayBuffer()
    return noting.take()
  } finally {
    await noting.db.destroy()
  }
}
