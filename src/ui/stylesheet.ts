import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { transformSync } from 'esbuild'

/** Later parts may refine earlier ones; print has the last word. */
const PARTS = ['tokens', 'base', 'layout', 'forms', 'content', 'tables', 'print']

/** Phones of about 2020, still sold second-hand: newer CSS is lowered or must be optional. */
const BROWSERS = ['chrome87', 'firefox78', 'safari14']

function build(): Stylesheet {
  const source = PARTS.map((part) => readFileSync(new URL(`./style/${part}.css`, import.meta.url), 'utf8')).join('\n')
  const css = transformSync(source, { loader: 'css', minify: true, target: BROWSERS }).code
  const hash = createHash('sha256').update(css).digest('hex').slice(0, 10)
  return { css, hash, path: `/assets/style.${hash}.css` }
}

/** The product's one stylesheet, minified; its address changes with its text, so it may be cached for ever. */
type Stylesheet = { css: string; hash: string; path: string }

export const stylesheet: Stylesheet = build()
