import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { qrSvg } from './qr.ts'
import { createTypesetter, TypesetFailure } from './typesetter.ts'

const root = mkdtempSync(join(tmpdir(), 'templat-'))
after(() => rmSync(root, { recursive: true }))

const HEAD = '#set document(title: "uji", date: datetime(year: 2026, month: 11, day: 17))\n#set text(font: "Arimo")\n#let d = json(bytes(sys.inputs.data))\n'
writeFileSync(join(root, 'name.typ'), `${HEAD}#d.name`)
writeFileSync(join(root, 'wrong.typ'), `${HEAD}#d.absent`)
writeFileSync(join(root, 'picture.typ'), `${HEAD}#image("/given/logo.svg", alt: "lambang")`)
writeFileSync(join(root, 'endless.typ'), `${HEAD}#let f(n) = { let i = 0; while true { i = i + 1; if i > 9000 { i = 0; } } }\n#for a in range(100000) { for b in range(100000) { if calc.rem(a * b, 7919) == 7918.5 [x] } }`)

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

  await assert.rejects(typesetter.render('wrong.typ', { name: 'rahasia' }), (error) => error instanceof TypesetFailure && /absent/.test(error.message) && !/rahasia/.test(error.message))

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
