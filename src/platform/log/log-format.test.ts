import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rootsFile } from './root.ts'
import { verifyLog } from './verify.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/log.md'), 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(page)?.[1] ?? ''
const lines = block('jsonl').split('\n')
const roots = rootsFile.parse(JSON.parse(block('json')))

async function* each(texts: string[]) { yield* texts }

test('the test vectors in docs/log.md are a whole log that fits its roots', async () => {
  const result = await verifyLog(each(lines), { roots })

  assert.deepEqual(result.ok && [result.value.entries, result.value.roots, result.value.rootedSeq], [3, 3, 3])
})

test('a verifier written from docs/log.md alone comes to the same hashes and signatures', () => {
  let prev = '0'.repeat(64)
  for (const [at, line] of lines.entries()) {
    const entry = JSON.parse(line)
    assert.equal(entry.seq, at + 1)
    assert.equal(entry.prev, prev)
    prev = createHash('sha256').update(`${prev}\n${at + 1}\n${entry.body}`).digest('hex')
    assert.equal(entry.hash, prev)
  }
  for (const root of roots.items) {
    const statement = `ditakopum-log-root\n1\n${root.office}\n${root.day}\n${root.firstSeq}\n${root.lastSeq}\n${root.root}`
    const key = createPublicKey({ key: roots.keys[0]?.jwk ?? {}, format: 'jwk' })
    assert.ok(verify('sha256', Buffer.from(statement), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(root.signature, 'base64url')), root.day)
  }
})
