/**
 * Browser side of `/verifikasi` and `/v/{code}`: checks what follows `#` in the address, or what was pasted or scanned, with the
 * office's keys and its list of withdrawn letters. Works without network after one visit. The page without script stays whole.
 *
 * Reads `<div id="letter-check" data-keys=… data-revoked=… data-worker=… [data-sha256=…] [data-brief]>`; inside it may stand a form
 * with `[name=text]` (the first form), an `<input type=file>`, and must stand an element with `role=status`, into which the answer is written.
 */
import { checkLetterCode, type LetterVerdict, type PublishedKey, type PublishedRevocations } from '../core/code-check.ts'
import { readRevocations, type RevocationList } from '../core/code-check.ts'
import type { LetterFacts } from '../core/letter-code.ts'
import { t } from './messages.id.ts'
import { offerCamera } from './camera.ts'
import { webCrypto } from './web-crypto.ts'
import { element, paragraph, show } from '../../../platform/offline/elements.ts'

const root = document.getElementById('letter-check')
const output = root?.querySelector('[role=status]')
if (root && output) start(root, output)

function start(root: HTMLElement, output: Element): void {
  const check = (text: string) => void answer(root, output, text)
  const readAddress = () => { if (location.hash.length > 1) check(location.href) }
  readAddress()
  addEventListener('hashchange', readAddress)
  const form = root.querySelector('form')
  form?.addEventListener('submit', (event) => {
    const text = String(new FormData(form).get('text') ?? '')
    // A short code is looked up by the server; only a whole QR text can be checked here.
    if (text.length < 100) return
    event.preventDefault()
    check(text)
  })
  const file = root.querySelector<HTMLInputElement>('input[type=file]')
  file?.addEventListener('change', () => void compareFile(root, output, file))
  if (form && form.elements.namedItem('text')) offerCamera(form, check)
  const { worker } = root.dataset
  if (worker && 'serviceWorker' in navigator) {
    // Two narrow scopes, so that no other page of the office ever passes through the worker.
    for (const scope of ['/verifikasi', '/v/']) navigator.serviceWorker.register(worker, { scope }).catch(() => undefined)
  }
}

async function answer(root: HTMLElement, output: Element, text: string): Promise<void> {
  const published = await fetchJson<{ keys: PublishedKey[] }>(root.dataset['keys'])
  if (!published) return show(output, 'warning', [paragraph(t.noKeys)])
  const list = await fetchJson<PublishedRevocations>(root.dataset['revoked'])
  const revoked = list && (await readRevocations(list, published.keys, webCrypto))
  const result = await checkLetterCode(text, { keys: published.keys, revoked, today: todayWib(), crypto: webCrypto })
  const more = 'facts' in result ? details(result.facts, revoked) : []
  const answered = [paragraph(t.verdict[result.verdict], 'strong'), ...more]
  show(output, toneOf(result), root.dataset['brief'] === undefined ? answered : beside(result, answered))
}

function toneOf({ verdict }: LetterVerdict) {
  if (verdict === 'valid') return 'success'
  return verdict === 'expired' || verdict === 'newer-format' ? 'warning' : 'danger'
}

function details(facts: LetterFacts, revoked: RevocationList | undefined): Node[] {
  const list = document.createElement('dl')
  for (const key of Object.keys(t.facts) as (keyof typeof t.facts)[]) {
    list.append(element('dt', t.facts[key]), element('dd', shown(facts, key)))
  }
  const state = revoked ? t.listOf(new Date(revoked.at * 1000).toLocaleString('id-ID', { timeZone: 'Asia/Jakarta' })) : t.noList
  return [paragraph(t.signature[facts.signature]), list, paragraph(t.compare), paragraph(state)]
}

/** Beside the register's own answer a valid code needs one line; one that was altered must not be covered by it. */
function beside({ verdict }: LetterVerdict, answered: Node[]): Node[] {
  if (verdict === 'altered' || verdict === 'unknown-key') return [...answered, paragraph(t.below)]
  if (verdict !== 'valid') return answered
  const box = document.createElement('details')
  box.append(element('summary', t.genuine), ...answered)
  return [box]
}

function shown(facts: LetterFacts, key: keyof typeof t.facts): string {
  if (key === 'scale') return t.scale[facts.scale]
  if (key !== 'issuedOn' && key !== 'validUntil') return facts[key]
  const date = facts[key]
  return date ? new Date(date).toLocaleDateString('id-ID', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }) : t.without
}

/** Compares in the browser: the file never leaves it. */
async function compareFile(root: HTMLElement, output: Element, input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0]
  const expected = root.dataset['sha256']
  if (!file || !expected) return
  const hash = await webCrypto.sha256(new Uint8Array(await new Response(file).arrayBuffer()))
  const same = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') === expected
  show(output, same ? 'success' : 'danger', [paragraph(same ? t.sameFile : t.otherFile)])
}

/** The worker answers from its cache when the network is away; without both there is nothing. */
async function fetchJson<T>(address: string | undefined): Promise<T | undefined> {
  try {
    const reply = await fetch(address ?? '')
    return reply.ok ? await reply.json() : undefined
  } catch {
    return undefined
  }
}

/** The phone's clock in the office's zone, UTC+07:00. */
const todayWib = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
