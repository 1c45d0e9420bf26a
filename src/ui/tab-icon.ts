import { createHash } from 'node:crypto'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { Emblem } from './emblem.tsx'

const svg = renderToString(h(Emblem, null))

/** The emblem as a file, for the browser's tab (`site.icon`); cached for ever like the stylesheet. */
export const tabIcon = { svg, path: `/assets/emblem.${createHash('sha256').update(svg).digest('hex').slice(0, 10)}.svg` }
