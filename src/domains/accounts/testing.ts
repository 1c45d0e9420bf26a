import type { TestApp } from '../../apps/testing.ts'
import type { Actor } from '../../kernel/rights.ts'
import { findActor } from './session-store.ts'
import { secretText, totpCodeAt } from './totp.ts'

/** A browser with its cookies, for walks through several pages. */
export function aBrowser({ app }: TestApp) {
  const jar = new Map<string, string>()
  const lines: string[] = []
  const keep = (reply: Response) => {
    for (const line of reply.headers.getSetCookie()) {
      lines.push(line)
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    jar,
    /** Every Set-Cookie line received, for its flags. */
    cookieLines: lines,
    get: async (path: string) => keep(await app.request(path, { headers: { cookie: cookie() } })),
    post: async (path: string, fields: Record<string, string>, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
      keep(await app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie: cookie(), ...headers } })),
  }
}

export type TestBrowser = ReturnType<typeof aBrowser>

/** The newest code sent to a phone (E.164). */
export async function lastCode({ db }: TestApp, phone: string): Promise<string> {
  const row = await db.selectFrom('messages.outbox').select('body').where('address', '=', phone).where('secret', '=', true)
    .orderBy('created_at', 'desc').orderBy('id').limit(1).executeTakeFirstOrThrow()
  return row.body.match(/\d{6}/)?.[0] ?? ''
}

/** A code of six figures that is not this one. */
export const wrongCode = (right: string): string => (right === '000000' ? '000001' : '000000')

/** What the officer's authenticator shows now. */
export async function authenticatorCode({ db, tools, clock }: TestApp, login: string): Promise<string> {
  const { totp_cipher } = await db.selectFrom('accounts.accounts').select('totp_cipher').where('login', '=', login).executeTakeFirstOrThrow()
  if (!totp_cipher) throw new Error(`${login} has no authenticator`)
  return totpCodeAt(secretText(new Uint8Array(Buffer.from(tools.keys.unseal(totp_cipher), 'base64'))), clock.now.epochMilliseconds)
}

/** Walks a citizen to the page after the code. */
export async function signInByPhone(app: TestApp, browser: TestBrowser, phone: string, e164: string): Promise<Response> {
  await browser.post('/masuk', { phone })
  // Codes asked within one millisecond could not be told apart by their time.
  app.clock.pass({ milliseconds: 1 })
  return browser.post('/masuk/kode', { code: await lastCode(app, e164) })
}

/** Walks an officer through password and authenticator. */
export async function signInOfficer(app: TestApp, browser: TestBrowser, login: string, password: string): Promise<Response> {
  await browser.post('/masuk/petugas', { login, password })
  return browser.post('/masuk/petugas/kode', { code: await authenticatorCode(app, login) })
}

/** Someone at work, with a session in which the second factor was given. */
export async function actorOf({ db, tools, tokenFor }: TestApp, login: string): Promise<Actor> {
  const actor = await findActor(db, tools.keys, tools.clock(), await tokenFor(login, 'api'))
  if (!actor) throw new Error(`nobody is ${login}`)
  return actor
}
