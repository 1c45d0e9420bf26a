import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '../../platform/db/database.ts'
import { REFERENCE, loadOnce } from '../../platform/db/reference.ts'
import type { Clock } from '../../platform/db/unit.ts'
import { completeDefinition, officeWide } from './core/complete-definition.ts'
import { type ServiceDefinition, serviceDefinition } from './core/definition.ts'

async function saveDefinition(tx: Tx, officeId: string, definition: ServiceDefinition): Promise<void> {
  const service = { code: definition.code, office_id: officeId, name: definition.name.id, division_id: definition.division }
  await tx.insertInto('services.services').values(service).onConflict((on) => on.column('code').doUpdateSet({ name: service.name })).execute()
  await tx.insertInto('services.definitions').values({
    service_code: definition.code, version: definition.version, valid_from: definition.validFrom, definition: JSON.stringify(definition),
  }).onConflict((on) => on.constraint('definitions_version_once').doNothing()).execute()
}

const SERVICES = 'services'
const OFFICE = `${SERVICES}/office.json`
const jsonIn = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(REFERENCE, file), 'utf8'))

/** The definitions under reference/services, whole: with what office.json says once for all of them. */
export async function readServiceFiles(files: readonly string[]): Promise<ServiceDefinition[]> {
  const office = officeWide.parse(await jsonIn(OFFICE))
  return Promise.all(files.map(async (file) => {
    const { definition, flaws } = completeDefinition(office, await jsonIn(file))
    if (flaws.length > 0) throw new Error(`${file}: ${flaws.map(({ place, message }) => `${place}: ${message}`).join(' ')}`)
    return serviceDefinition.parse(definition)
  }))
}

export async function listServiceFiles(): Promise<string[]> {
  const names = await readdir(join(REFERENCE, SERVICES))
  return names.filter((name) => name.endsWith('.json')).toSorted().map((name) => `${SERVICES}/${name}`).filter((file) => file !== OFFICE)
}

/** Loads the service definitions. A version that is already there is never changed: cases stand on it. */
export async function loadServiceReference(tx: Tx, clock: Clock, officeId: string): Promise<void> {
  const files = await listServiceFiles()
  await loadOnce(tx, clock, `services/${officeId}`, [OFFICE, ...files], async () => {
    for (const definition of await readServiceFiles(files)) await saveDefinition(tx, officeId, definition)
  })
}
