import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '../../platform/db/database.ts'
import { REFERENCE, loadOnce } from '../../platform/db/reference.ts'
import type { Clock } from '../../platform/db/unit.ts'
import { type OfficeWide, completeDefinition, officeWide } from './core/complete-definition.ts'
import { type ServiceDefinition, serviceDefinition } from './core/definition.ts'
import { keepDefinition } from './definition-store.ts'

const SERVICES = 'services'
const OFFICE = `${SERVICES}/office.json`
const jsonIn = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(REFERENCE, file), 'utf8'))

/** What all services of the office have in common. */
export const readOfficeWide = async (): Promise<OfficeWide> => officeWide.parse(await jsonIn(OFFICE))

/** The definitions under reference/services, whole: with what office.json says once for all of them. */
async function readServiceFiles(files: readonly string[]): Promise<ServiceDefinition[]> {
  const office = await readOfficeWide()
  return Promise.all(files.map(async (file) => {
    const { definition, flaws } = completeDefinition(office, await jsonIn(file))
    if (flaws.length > 0) throw new Error(`${file}: ${flaws.map(({ place, message }) => `${place}: ${message}`).join(' ')}`)
    return serviceDefinition.parse(definition)
  }))
}

async function listServiceFiles(): Promise<string[]> {
  const names = await readdir(join(REFERENCE, SERVICES))
  return names.filter((name) => name.endsWith('.json')).toSorted().map((name) => `${SERVICES}/${name}`).filter((file) => file !== OFFICE)
}

/** Loads the service definitions. A version that is already there is never changed: cases stand on it. */
export async function loadServiceReference(tx: Tx, clock: Clock, officeId: string): Promise<void> {
  const files = await listServiceFiles()
  await loadOnce(tx, clock, `services/${officeId}`, [OFFICE, ...files], async () => {
    for (const definition of await readServiceFiles(files)) await keepDefinition(tx, officeId, definition)
  })
}
