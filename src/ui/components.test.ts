import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { DataTable } from './data-table.tsx'
import { toHtml } from './document.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { RadioGroup } from './fields/choices.tsx'
import { DateField } from './fields/date-field.tsx'
import { FileField } from './fields/file-field.tsx'
import { TextField } from './fields/text-field.tsx'
import { GALLERY } from './gallery.testing.tsx'
import { site } from './gallery-site.testing.tsx'
import { Layout } from './layout.tsx'
import { Masked } from './masked.tsx'
import { stylesheet } from './stylesheet.ts'
import { Stepper } from './stepper.tsx'
import { Summary } from './summary.tsx'

const pages = Object.entries(GALLERY).map(([name, page]) => ({ name, html: toHtml(page()) }))
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].flatMap(([, value]) => value ?? [])

test('a name with markup in it is shown as text', () => {
  const name = '<script>alert(1)</script>"\'&'

  const html = renderToString(h(Summary, { rows: [{ label: name, value: name }] })) +
    renderToString(h(TextField, { name: 'owner', label: name, hint: name, error: name, value: name }))

  assert.doesNotMatch(html, /<script/)
  assert.ok(html.includes('value="&lt;script>alert(1)&lt;/script>&quot;'))
})

for (const { name, html } of pages) {
  test(`the page ${name} needs no script and no style that a strict policy forbids`, () => {
    assert.doesNotMatch(html, /<script|<style|\sstyle=|\son[a-z]+=/)
  })

  test(`the page ${name} has no id twice, and every reference finds its id`, () => {
    const ids = attributes(html, 'id')
    const wanted = [
      ...attributes(html, 'for'),
      ...attributes(html, 'aria-describedby').flatMap((list) => list.split(' ')),
      ...attributes(html, 'href').filter((href) => href.startsWith('#')).map((href) => href.slice(1)),
    ]

    assert.deepEqual(ids, [...new Set(ids)])
    assert.deepEqual(wanted.filter((id) => !ids.includes(id)), [])
  })

  test(`the page ${name} and its style arrive in one round trip of 14 KB`, () => {
    const bytes = gzipSync(html).length + gzipSync(stylesheet.css).length

    assert.ok(bytes <= 14 * 1024, `${bytes} bytes`)
  })
}

test('a field with hint and error is bound to both, and its id is the key of the question', () => {
  const html = renderToString(h(TextField, { name: 'owner.name', label: 'Nama', hint: 'Seperti di KTP', error: 'Tulis nama' }))

  assert.match(html, /<label for="owner.name">/)
  assert.match(html, /<input id="owner.name" name="owner.name" aria-describedby="owner.name-hint owner.name-error" aria-invalid="true"/)
})

test('a field without hint and error says nothing about them', () => {
  assert.doesNotMatch(renderToString(h(TextField, { name: 'a', label: 'Nama' })), /aria-/)
})

test('the password somebody typed is not sent back', () => {
  assert.doesNotMatch(renderToString(h(TextField, { name: 'a', label: 'Sandi', type: 'password', value: 'rahasia' })), /rahasia/)
})

test('the error of a group leads to its first choice', () => {
  const choices = [{ value: 'x', label: 'X' }, { value: 'y', label: 'Y' }]

  const html = renderToString(h(RadioGroup, { name: 'purpose', label: 'Untuk apa', choices, value: 'y' })) +
    renderToString(h(ErrorSummary, { problems: [{ field: 'purpose', message: 'Pilih satu' }] }))

  assert.match(html, /<input id="purpose" type="radio" name="purpose" value="x"\/>/)
  assert.match(html, /<input id="purpose-2"[^>]* value="y" checked/)
  assert.match(html, /<a href="#purpose">Pilih satu<\/a>/)
})

test('only the wrong part of a date is marked, and all three parts are explained', () => {
  const html = renderToString(h(DateField, {
    name: 'bornOn', label: 'Lahir', error: 'Bulan 1 sampai 12', wrongParts: ['month'], value: { month: '13' },
  }))

  assert.deepEqual(attributes(html, 'name'), ['bornOn-day', 'bornOn-month', 'bornOn-year'])
  assert.equal(html.match(/aria-invalid/g)?.length, 1)
  assert.match(html, /<input id="bornOn-month"[^>]*value="13"[^>]*aria-invalid="true"/)
})

test('an upload that was kept travels with the form and can be taken away', () => {
  const html = renderToString(h(FileField, { name: 'card', label: 'KTP', kept: { token: 't1', fileName: 'ktp.jpg' } }))

  assert.match(html, /<input type="hidden" name="card-kept" value="t1"\/>/)
  assert.match(html, /<button[^>]*name="remove" value="card"/)
})

test('without problems there is no summary of errors', () => {
  assert.equal(renderToString(h(ErrorSummary, { problems: [] })), '')
})

test('a hidden value is asked for by a form of its own', () => {
  const reveal = { action: '/lihat', fields: { field: 'nationalId' } }

  const html = renderToString(h(Masked, { label: 'NIK', value: '3515••••0000', reveal }))

  assert.match(html, /<form method="post" action="\/lihat"><input type="hidden" name="field" value="nationalId"\/>/)
  assert.match(html, /Tampilkan<span class="visually-hidden"> NIK/)
})

test('each cell on a phone names its column, and the first names the row', () => {
  const columns = [
    { key: 'a', header: 'Usaha', cell: (row: string) => row },
    { key: 'b', header: 'Desa', cell: () => 'Kupang' },
  ]

  const html = renderToString(h(DataTable<string>, { caption: 'Usaha', columns, rows: ['Bu Siti'], rowKey: (row) => row }))

  assert.match(html, /<th role="rowheader" scope="row">Bu Siti<\/th><td role="cell" data-label="Desa"><div>Kupang<\/div><\/td>/)
})

test('an English page speaks English in every component, an Indonesian one Indonesian', () => {
  const stepper = h(Stepper, { at: 2, of: 6 })

  const page = (lang: 'id' | 'en') =>
    toHtml(h(Layout, { site, lang, title: 'X', wrong: true, variant: 'public', signIn: '/masuk', children: stepper }))

  assert.match(page('id'), /<html lang="id">.*<title>Perbaiki: X – DITAKOPUM.*Langsung ke isi.*Masuk<.*Langkah 2 dari 6/s)
  assert.match(page('en'), /<html lang="en">.*<title>Error: X – DITAKOPUM.*Skip to content.*Sign in<.*Step 2 of 6/s)
})

test('who is signed in finds the way out as a form, not as a link', () => {
  const person = { name: 'Siti', links: [], signOut: '/keluar' }

  const html = toHtml(h(Layout, { site, lang: 'id', title: 'X', variant: 'applicant', person, children: '' }))

  assert.match(html, /<form method="post" action="\/keluar"><button>/)
})
