/**
 * The child process that holds the Typst compiler (52 MB of native code, and a memo cache that only a new process gives back).
 * It takes one job at a time and ends when its parent does.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler'
import type { Answer, Job } from './protocol.ts'

const require = createRequire(import.meta.url)
const fonts = dirname(require.resolve('@expo-google-fonts/arimo/package.json'))
const fontPaths = ['400Regular', '400Regular_Italic', '700Bold'].map((folder) => join(fonts, folder))
const compilers = new Map<string, Typst.NodeCompiler>()

function compilerFor(root: string): Typst.NodeCompiler {
  const kept = compilers.get(root)
  if (kept) return kept
  let native: typeof Typst
  try {
    native = require('@myriaddreamin/typst-ts-node-compiler')
  } catch (cause) {
    const here = `${process.platform}-${process.arch}`
    throw new Error(`Letters cannot be typeset on ${here}: the Typst compiler has no build for it (linux-x64 has one).`, { cause })
  }
  const compiler = native.NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths }] })
  compilers.set(root, compiler)
  return compiler
}

function typeset({ id, root, template, data, assets }: Job): Answer {
  const compiler = compilerFor(root)
  const shadows = Object.entries(assets).map(([path, bytes]) => ({ path: join(root, path), bytes }))
  try {
    for (const { path, bytes } of shadows) compiler.mapShadow(path, Buffer.from(bytes))
    const compiled = compiler.compile({ mainFilePath: join(root, template), inputs: { data } })
    const document = compiled.result
    if (!document) {
      const error = compiled.takeError()
      return { id, failed: error ? firstMessage(compiler.fetchDiagnostics(error)) : 'no document' }
    }
    return { id, pdf: compiler.pdf(document, { pdfStandard: 'a-2a' }), pages: document.numOfPages }
  } finally {
    for (const { path } of shadows) compiler.unmapShadow(path)
    // Without this the memo cache grows past 1 GB within some thousand letters.
    compiler.evictCache(0)
  }
}

/** The first diagnostic names the cause; those after it only retrace the calls. */
function firstMessage(diagnostics: { message: string; path: string }[]): string {
  const [first] = diagnostics
  return first ? `${first.message} (${first.path})` : 'unknown error'
}

process.on('message', (job: Job) => {
  let answer: Answer
  try {
    answer = typeset(job)
  } catch (error) {
    answer = { id: job.id, failed: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit(0))
// A terminal sends its interrupt to the whole group; the parent decides when this process ends.
process.on('SIGINT', () => {})
