import { type Result, ok } from '../../kernel/result.ts'
import type { Tools } from '../tools.ts'
import { type InspectedFile, inspectUpload } from './inspect.ts'
import { refuseFile } from './refuse.ts'
import { newStorageKey } from './storage.ts'

/** The disk, or our share of it, is used up. */
const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/**
 * Keeps an uploaded file: looked at by content, made small, scanned, on disk before its row is. A file whose row never came is an orphan
 * and is cleaned up later; a row without its file cannot be.
 */
export async function keepFile(tools: Pick<Tools, 'malware' | 'files' | 'log'>, file: File, field: string): Promise<Result<InspectedFile & { storageKey: string }>> {
  const inspected = await inspectUpload(new Uint8Array(await file.arrayBuffer()), field, tools.malware)
  if (!inspected.ok) return inspected
  const storageKey = newStorageKey()
  try {
    await tools.files.put(storageKey, inspected.value.bytes)
  } catch (error) {
    if (!isFull(error)) throw error
    tools.log.error({ err: error }, 'the storage is full')
    return refuseFile(field, 'storage-full')
  }
  return ok({ ...inspected.value, storageKey })
}
