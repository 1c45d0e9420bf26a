import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { stylesheet } from './stylesheet.ts'

test('the whole stylesheet fits in 8 KB on the wire', () => {
  const onTheWire = gzipSync(stylesheet.css).length

  assert.ok(onTheWire <= 8 * 1024, `${onTheWire} bytes`)
})

test('the stylesheet asks nobody else for anything', () => {
  assert.doesNotMatch(stylesheet.css, /@import|url\(|https?:/)
})

test('the address of the stylesheet names its content', () => {
  assert.equal(stylesheet.path, `/assets/style.${stylesheet.hash}.css`)
  assert.match(stylesheet.hash, /^[0-9a-f]{10}$/)
})

test('light, dark, paper, calm motion and forced colours are all provided for', () => {
  for (const feature of ['prefers-color-scheme:dark', '@media print', 'prefers-reduced-motion', 'forced-colors:active', ':focus-visible']) {
    assert.ok(stylesheet.css.replaceAll(': ', ':').includes(feature), feature)
  }
})
