import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Browsers of 2019 and 2020, still found on cheap phones. */
const TARGET = ['chrome74', 'firefox78', 'safari14']

/**
 * Bundles the browser side of the checking page into memory; about 30 ms, once at the start of the server.
 * @param settings.page address of the page to keep for use without network, `/verifikasi`
 * @param settings.scriptAt the script's address, from a hash that changes with it
 * @param settings.assets addresses that page needs besides (the stylesheet, keys and list)
 */
export async function buildOffline(settings: {
  page: string; scriptAt: (hash: string) => string; assets: string[]
}): Promise<{ script: string; scriptPath: string; worker: string }> {
  const script = await bundle('check-page.ts', {})
  const scriptPath = settings.scriptAt(createHash('sha256').update(script).digest('hex').slice(0, 10))
  const kept = [settings.page, scriptPath, ...settings.assets]
  const version = createHash('sha256').update(JSON.stringify(kept)).update(script).digest('hex').slice(0, 12)
  const worker = await bundle('worker.ts', { KEPT: JSON.stringify(kept), CACHE: JSON.stringify(`letter-check-${version}`) })
  return { script, scriptPath, worker }
}

async function bundle(entry: string, define: Record<string, string>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true, minify: true, write: false, format: 'iife', target: TARGET, charset: 'utf8', legalComments: 'none', define,
    // Old Safari has a fault in nested destructuring in loops that is not used here; esbuild would refuse all destructuring for it.
    supported: { destructuring: true },
  })
  return outputFiles[0]?.text ?? ''
}
