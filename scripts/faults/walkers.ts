import { randomUUID } from 'node:crypto'
import type { Answer, Client, Login } from './client.ts'
import { aForm, aPicture } from './client.ts'

const PAPERS = ['idCard', 'familyCard', 'villageLetter', 'placePhotoFront', 'placePhotoInside'] as const
const WALK: [Login, string][] = [
  ['081200000001', 'submit'], ['loket', 'accept'], ['verifikator', 'verify'], ['kabid', 'initial'], ['sekretaris', 'initial'], ['kadis', 'sign'],
]

/** What the server said it had done. Each of these must be found after any crash, and only once. */
export type Acknowledged = {
  businesses: string[]
  attachments: { id: string; sha256: string }[]
  applications: string[]
  /** Case, step and the status that was answered. */
  steps: { id: string; step: string; status: string }[]
  letters: { id: string; application: string; number: string }[]
}

/** What the clients know. `begun` counts intents: keys under which a case was asked for. */
export type Ledger = { acknowledged: Acknowledged; begun: number; finished: number; refusals: string[] }

export const emptyLedger = (): Ledger =>
  ({ acknowledged: { businesses: [], attachments: [], applications: [], steps: [], letters: [] }, begun: 0, finished: 0, refusals: [] })

const textOf = (answer: Answer, key: string): string => String(answer.body[key] ?? '')

/** A refusal that may follow on a crash: the step was done, its answer was lost. */
const isDoneAlready = ({ status, body }: Answer): boolean => status === 409 && body['code'] === 'not-now'

async function begin(client: Client, ledger: Ledger, shared: Record<string, string>): Promise<string | undefined> {
  ledger.begun += 1
  const keys = { business: randomUUID(), picture: randomUUID(), draft: randomUUID() }
  const business = await client.insist('081200000001', '/businesses', {
    name: 'Kerupuk Udang Barokah', villageCode: '35.15.05.2003', address: 'Dusun Pelataran RT 03 RW 02', kbli: '10794', startedOn: '2019-04-01',
    capital: 25_000_000, annualSales: 180_000_000, salesYear: 2025,
  }, keys.business)
  if (business.status !== 201) {
    ledger.refusals.push(`business: ${JSON.stringify(business.body)}`)
    return undefined
  }
  ledger.acknowledged.businesses.push(textOf(business, 'id'))
  const picture = await client.insist('081200000001', '/attachments', aForm(await aPicture()), keys.picture)
  if (picture.status !== 201) {
    ledger.refusals.push(`attachment: ${JSON.stringify(picture.body)}`)
    return undefined
  }
  ledger.acknowledged.attachments.push({ id: textOf(picture, 'id'), sha256: textOf(picture, 'sha256') })
  const draft = await client.insist('081200000001', '/applications', {
    serviceCode: 'UM-02', businessId: textOf(business, 'id'), answers: { purpose: 'bank-loan', statement: true }, attachments: { ...shared, productPhoto: textOf(picture, 'id') },
  }, keys.draft)
  if (draft.status !== 201) {
    ledger.refusals.push(`draft: ${JSON.stringify(draft.body)}`)
    return undefined
  }
  ledger.acknowledged.applications.push(textOf(draft, 'id'))
  return textOf(draft, 'id')
}

function noteStep(ledger: Ledger, id: string, step: string, answer: Answer): void {
  ledger.acknowledged.steps.push({ id, step, status: textOf(answer, 'status') })
  const letter = answer.body['letter']
  if (textOf(answer, 'status') !== 'issued' || typeof letter !== 'object' || letter === null || !('number' in letter) || !('id' in letter)) return
  ledger.acknowledged.letters.push({ id: String(letter.id), application: id, number: String(letter.number) })
}

/**
 * Takes one step until it is done. A signature cut off by a crash is asked for anew, as the head would: under a new key, for the same
 * number. Under the old key the program would wait a minute, in case the first request still lived.
 */
async function take(client: Client, ledger: Ledger, id: string, login: Login, step: string): Promise<boolean> {
  for (let tries = 0; ; tries += 1) {
    const answer = await client.insist(login, `/applications/${id}/steps`, { step }, step === 'sign' ? randomUUID : randomUUID())
    if (answer.status === 200) {
      noteStep(ledger, id, step, answer)
      return true
    }
    if (isDoneAlready(answer)) return true
    ledger.refusals.push(`${step}: ${answer.status} ${JSON.stringify(answer.body)}`)
    if (tries > 2) return false
  }
}

/** Walks cases from business to letter, one after the other, until told to stop; what is begun then is not finished. */
export async function walk(client: Client, ledger: Ledger, shared: Record<string, string>, goesOn: () => boolean): Promise<void> {
  while (goesOn()) {
    const id = await begin(client, ledger, shared)
    if (id === undefined) continue
    let whole = true
    for (const [login, step] of WALK) whole &&= await take(client, ledger, id, login, step)
    if (whole) ledger.finished += 1
  }
}

/** The papers that all walks share, uploaded once. */
export async function sharedPapers(client: Client): Promise<Record<string, string>> {
  const papers: Record<string, string> = {}
  for (const paper of PAPERS) papers[paper] = textOf(await client.insist('081200000001', '/attachments', aForm(await aPicture()), randomUUID()), 'id')
  return papers
}
