import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localPath } from './local-path.ts'

test('a path of this site is kept, with its query', () => {
  for (const path of ['/', '/akun', '/permohonan/baru?layanan=UM-02', '/lacak?nomor=UM02-26-7KQ4-X9MD', '/v/ABC%20DEF']) assert.equal(localPath(path), path)
})

test('whatever a browser could read as another site leads home', () => {
  const evil = [
    'https://evil.example', '//evil.example', '/\\evil.example', '\\/evil.example', '/\t/evil.example', '/\n/evil.example', '/..//evil.example',
    '/.//evil.example', 'javascript:alert(1)', 'akun', '', ' /akun', '/akun\u2028', `/${'a'.repeat(600)}`, '/%2e%2e//evil.example',
  ]

  for (const path of evil) assert.equal(localPath(path), '/', JSON.stringify(path))
  assert.equal(localPath(undefined, '/petugas'), '/petugas')
})

test('no text at all leads to another host', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', ':', '@', 'evil.example', '?', '#', '\t', '%2f', 'a', 'http:')

  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
    const url = new URL(localPath(`/${pieces.join('')}`), 'https://here.example')

    assert.equal(url.host, 'here.example')
  }), { numRuns: 2000 })
})
