// Runs in a thread of its own: see pdf.ts.
import { parentPort, workerData } from 'node:worker_threads'
import { walkPdf } from './pdf-walk.ts'

const bytes: unknown = workerData
if (bytes instanceof Uint8Array) parentPort?.postMessage(await walkPdf(bytes))
