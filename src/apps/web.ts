import type { Hono } from 'hono'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { createWeb } from '../platform/http/web.ts'
import type { Tools } from '../platform/tools.ts'
import { Emblem } from '../ui/emblem.tsx'
import { stylesheet } from '../ui/stylesheet.ts'
import { operations, routes } from './domains.ts'
import { createShell } from './shell.tsx'

const FOR_EVER = 'public, max-age=31536000, immutable'

const fixed = (body: string, type: string, cache: string) => () => new Response(body, { headers: { 'content-type': type, 'cache-control': cache } })

/** Files that never change under their address. */
function fixedAssets(): Map<string, () => Response> {
  return new Map([
    [stylesheet.path, fixed(stylesheet.css, 'text/css; charset=utf-8', FOR_EVER)],
    ['/assets/emblem.svg', fixed(renderToString(h(Emblem, {})), 'image/svg+xml', 'public, max-age=86400')],
    ['/robots.txt', fixed('User-agent: *\nDisallow: /v/\nDisallow: /permohonan\nDisallow: /skm/\nAllow: /skm/hasil\nAllow: /skm/tindak-lanjut\n', 'text/plain; charset=utf-8', 'public, max-age=86400')],
  ])
}

/** The whole web app of one office. */
export const openWeb = (tools: Tools): Hono => createWeb(tools, createShell(tools), routes, operations, fixedAssets())
