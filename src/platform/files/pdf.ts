import { Worker } from 'node:worker_threads'
import type { PdfVerdict } from './pdf-walk.ts'

const LONGEST_MS = 10_000
const MOST_MEMORY = 300_000_000
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

/**
 * Inspects a PDF in a thread that is ended when it takes too long or too much memory: a file of 10 KB can be made to unpack into gigabytes.
 * At most two run at a time; the others wait their turn.
 */
export async function checkPdf(bytes: Uint8Array): Promise<PdfVerdict> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => { waiting.push(resolve) })
  else running += 1
  try {
    return await inOwnThread(bytes)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

async function inOwnThread(bytes: Uint8Array): Promise<PdfVerdict> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: bytes, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
  })
  const tooComplex: PdfVerdict = { refused: 'pdf-too-complex' }
  const ends = new AbortController()
  try {
    return await new Promise<PdfVerdict>((resolve) => {
      worker.once('message', resolve)
      // An error here is the parser's own, or its memory's end: either way we could not look inside.
      worker.once('error', () => { resolve(tooComplex) })
      worker.once('exit', () => { resolve(tooComplex) })
      void watchMemory(worker, ends.signal, () => { resolve(tooComplex) })
    })
  } finally {
    ends.abort()
    await worker.terminate()
  }
}

// Unpacked bytes lie outside the heap, where resourceLimits does not reach.
async function watchMemory(worker: Worker, ended: AbortSignal, stop: () => void): Promise<void> {
  const deadline = Date.now() + LONGEST_MS
  while (!ended.aborted && Date.now() < deadline) {
    const use = await worker.getHeapStatistics().catch(() => undefined)
    if (use && use.external_memory + use.used_heap_size > MOST_MEMORY) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  if (!ended.aborted) stop()
}
