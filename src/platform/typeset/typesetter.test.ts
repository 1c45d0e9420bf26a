import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { qrSvg } from './qr.ts'
import { createTypesetter, TypesetFailure } from './typesetter.ts'

const root = mkdtempSync(join(tmpdir(), 'templat-'))
after(() => rmSync(root, { recursive: true }))

const HEAD = `#set document(title: "uji", date: datetime(year: 2026, month: 11, day: 17))
#set text(font: "Arimo")
#let d = json(bytes(sys.inputs.data))
`
writeFileSync(join(root, 'name.typ'), `${HEAD}#d.name`)
writeFileSync(join(root, 'wrong.typ'), `${HEAD}#d.absent`)
writeFileSync(join(root, 'picture.typ'), `${HEAD}#image("/given/logo.svg", alt: "lambang")`)
const ENDLESS = '#for a in range(100000) { for b in range(100000) { if calc.rem(a * b, 7919) == 7918.5 [x] } }'
writeFileSync(join(root, 'endless.typ'), HEAD + ENDLESS)

function aTypesetter(t: TestContext, settings: Partial<Parameters<typeof createTypesetter>[0]> = {}) {
  const typesetter = createTypesetter({ root, ...settings })
  t.after(() => typesetter.close())
  return typesetter
}

test('letters asked for together all come, each its own', async (t) => {
  const typesetter = aTypesetter(t)

  const pdfs = await Promise.all(['a', 'b', 'c', 'a'].map((name) => typesetter.render('name.typ', { name })))

  for (const pdf of pdfs) assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
  assert.ok(pdfs[0]!.equals(pdfs[3]!))
  assert.ok(!pdfs[0]!.equals(pdfs[1]!))
})

test('a template that fails is a failure with its cause, and the next letter comes', async (t) => {
  const typesetter = aTypesetter(t)

  await assert.rejects(typesetter.render('wrong.typ', { name: 'rahasia' }), (error) => {
    assert.ok(error instanceof TypesetFailure)
    assert.match(error.message, /absent/)
    assert.doesNotMatch(error.message, /rahasia/)
    return true
  })

  assert.ok(await typesetter.render('name.typ', { name: 'a' }))
})

test('a template that never ends is stopped, and the next letter comes', async (t) => {
  const typesetter = aTypesetter(t, { timeoutMs: 2_500 })

  const [hung, next] = await Promise.allSettled([typesetter.render('endless.typ', {}), typesetter.render('name.typ', { name: 'a' })])

  assert.ok(hung.status === 'rejected' && /longer than 2500 ms/.test(String(hung.reason)))
  assert.equal(next.status, 'fulfilled')
})

test('a process that grew old or rested is replaced without anybody noticing', async (t) => {
  const typesetter = aTypesetter(t, { lettersPerProcess: 2, idleMs: 50 })

  const pdfs = await Promise.all(Array.from({ length: 5 }, () => typesetter.render('name.typ', { name: 'a' })))
  await new Promise((resolve) => setTimeout(resolve, 150))
  const later = await typesetter.render('name.typ', { name: 'a' })

  assert.ok(pdfs.every((pdf) => pdf.equals(later)))
})

test('the office’s own emblem is a file given along, and is gone with the letter', async (t) => {
  const typesetter = aTypesetter(t)
  const logo = Buffer.from(qrSvg('lambang'))

  assert.ok(await typesetter.render('picture.typ', {}, { '/given/logo.svg': logo }))

  await assert.rejects(typesetter.render('picture.typ', {}), TypesetFailure)
})

test('too many waiting letters are refused, and closing lets nobody wait for ever', async () => {
  const typesetter = createTypesetter({ root, mostWaiting: 1 })
  const waiting = [0, 1].map(() => typesetter.render('name.typ', { name: 'a' }))

  await assert.rejects(typesetter.render('name.typ', { name: 'a' }), /already waiting/)
  const settled = Promise.allSettled(waiting)
  await typesetter.close()

  assert.deepEqual((await settled).map(({ status }) => status), ['rejected', 'rejected'])
  await assert.rejects(typesetter.render('name.typ', { name: 'a' }), /closed/)
})

test('a command that made its letters ends by itself, and one that closes first ends well', () => {
  const module = JSON.stringify(new URL('typesetter.ts', import.meta.url).href)
  const make = `const { createTypesetter } = await import(${module})
    const typesetter = createTypesetter({ root: ${JSON.stringify(root)} })
    await typesetter.render('name.typ', { name: 'a' })`

  for (const script of [make, `${make}; await typesetter.close()`]) {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000, encoding: 'utf8' })
    assert.equal(run.status, 0, run.stderr)
  }
})
