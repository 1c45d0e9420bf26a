// Lets Node run .tsx files: esbuild turns them into JavaScript once, the result is kept under node_modules/.cache.
// Plain .ts files need nothing: Node strips their types itself.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CACHE = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', '.cache', 'tsx')
const require = createRequire(import.meta.url)

function compiled(path) {
  const source = readFileSync(path, 'utf8')
  const kept = join(CACHE, `${createHash('sha256').update(path).update(source).digest('hex')}.mjs`)
  try {
    return readFileSync(kept, 'utf8')
  } catch {
    const { code } = require('esbuild').transformSync(source, {
      loader: 'tsx', format: 'esm', target: 'node24', jsx: 'automatic', jsxImportSource: 'preact', sourcemap: 'inline', sourcefile: path,
    })
    try {
      mkdirSync(CACHE, { recursive: true })
      writeFileSync(`${kept}.${process.pid}`, code)
      renameSync(`${kept}.${process.pid}`, kept)
    } catch {
      // The program lies where this account may not write: it is compiled anew at each start.
    }
    return code
  }
}

enableCompileCache(join(CACHE, '..', 'compile'))
process.setSourceMapsEnabled(true)
registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.tsx')) return next(url, context)
    return { format: 'module', shortCircuit: true, source: compiled(fileURLToPath(url)) }
  },
})
