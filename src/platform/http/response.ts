import { serialize } from 'hono/utils/cookie'
import type { Cookie } from './context.ts'

/** With TLS the cookie is bound to this host and never sent in the clear. */
export const cookieName = (name: string, baseUrl: string): string => (baseUrl.startsWith('https:') ? `__Host-${name}` : name)

export function htmlResponse(status: number, html: string): Response {
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}

export function withCookies(response: Response, cookies: Cookie[], baseUrl: string): Response {
  for (const one of cookies) {
    response.headers.append('set-cookie', serialize(cookieName(one.name, baseUrl), one.value, {
      path: '/', httpOnly: true, sameSite: 'Lax', secure: baseUrl.startsWith('https:'), ...(one.maxAgeS === undefined ? {} : { maxAge: one.maxAgeS }),
    }))
  }
  return response
}
