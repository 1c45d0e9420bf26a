import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import type { Program } from './program.ts'

const ANSWER_MS = 30_000
const AGAIN_MS = 100

export const LOGINS = ['081200000001', 'loket', 'verifikator', 'kabid', 'sekretaris', 'kadis'] as const
export type Login = (typeof LOGINS)[number]

/** What came back; `answers` are JSON objects of the API. */
export type Answer = { status: number; body: Record<string, unknown> }

export type Client = {
  /** One try. @returns undefined when nobody answered or the server failed: nothing is known about the effect */
  once: (login: Login, path: string, body: unknown, key?: string) => Promise<Answer | undefined>
  /** Tries until there is an answer, as a patient phone does: with the same key, or with one made for each try. @throws when `stopping` comes first */
  insist: (login: Login, path: string, body: unknown, key: string | (() => string)) => Promise<Answer>
}

/** A small but real picture. */
export async function aPicture(width = 320): Promise<Blob> {
  const bytes = await sharp({ create: { width, height: Math.round(width * 0.75), channels: 3, background: '#ca6' } }).jpeg().toBuffer()
  return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })
}

export function aForm(picture: Blob): FormData {
  const form = new FormData()
  form.set('file', picture, 'foto.jpg')
  return form
}

/** Bearer tokens of the demo's people, made by the program's own command. */
export async function tokensOf(program: Program): Promise<Record<Login, string>> {
  const tokens = await Promise.all(LOGINS.map(async (login) => [login, await program.command('token', login)] as const))
  return Object.fromEntries(tokens) as Record<Login, string>
}

export function openClient(program: Program, tokens: Record<Login, string>, stopping: AbortSignal): Client {
  const once: Client['once'] = async (login, path, body, key) => {
    const isForm = body instanceof FormData
    try {
      const reply = await fetch(`${program.base}/api/v1${path}`, {
        method: body === undefined ? 'GET' : 'POST', signal: AbortSignal.timeout(ANSWER_MS),
        headers: { authorization: `Bearer ${tokens[login]}`, ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }), ...(key === undefined ? {} : { 'idempotency-key': key }) },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      })
      const read = await reply.json()
      return reply.status >= 500 ? undefined : { status: reply.status, body: read as Answer['body'] }
    } catch {
      return undefined
    }
  }
  return {
    once,
    async insist(login, path, body, key) {
      for (;;) {
        const answer = await once(login, path, body, typeof key === 'string' ? key : key())
        if (answer && answer.body['code'] !== 'still-running') return answer
        stopping.throwIfAborted()
        await sleep(AGAIN_MS)
      }
    },
  }
}
