import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Browsers of 2019 and 2020, still found on cheap phones. */
const TARGET = ['chrome74', 'firefox78', 'safari14']

/** Bundles a script for browsers into memory; about 30 ms. Syntax is lowered for old phones, what they lack beside it is not added. */
export async function bundleScript(entry: URL, define: Record<string, string> = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true, minify: true, write: false, format: 'iife', target: TARGET, charset: 'utf8', legalComments: 'none', define,
    // Old Safari has a fault in nested destructuring in loops that is not used here; esbuild would refuse all destructuring for it.
    supported: { destructuring: true },
  })
  return outputFiles[0]?.text ?? ''
}

/** Script and service worker of a page that is kept for use without network. */
export type OfflinePage = { script: string; scriptPath: string; worker: string }

/**
 * Bundles the browser side of a page that works without network after one visit; once, when it is first needed.
 * @param settings.family first part of the name under which the browser keeps it
 * @param settings.page address of the page to keep
 * @param settings.scriptAt the script's address, from a hash that changes with it
 * @param settings.assets addresses that page needs besides
 */
export async function offlinePage(settings: { family: string; entry: URL; page: string; scriptAt: (hash: string) => string; assets: string[] }): Promise<OfflinePage> {
  const script = await bundleScript(settings.entry)
  const scriptPath = settings.scriptAt(createHash('sha256').update(script).digest('hex').slice(0, 10))
  const kept = [settings.page, scriptPath, ...settings.assets]
  const version = createHash('sha256').update(JSON.stringify(kept)).update(script).digest('hex').slice(0, 12)
  const worker = await bundleScript(new URL('worker.ts', import.meta.url), {
    KEPT: JSON.stringify(kept), FAMILY: JSON.stringify(`${settings.family}-`), CACHE: JSON.stringify(`${settings.family}-${version}`),
  })
  return { script, scriptPath, worker }
}
