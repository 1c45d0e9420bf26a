import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tx } from '../../platform/db/database.ts'
import { REFERENCE, loadOnce } from '../../platform/db/reference.ts'
import type { Clock } from '../../platform/db/unit.ts'
import { type ServiceDefinition, serviceDefinition } from './core/definition.ts'

async function saveDefinition(tx: Tx, officeId: string, definition: ServiceDefinition): Promise<void> {
  const service = { code: definition.code, office_id: officeId, name: definition.name.id, division_id: definition.division }
  await tx.insertInto('services.services').values(service).onConflict((on) => on.column('code').doUpdateSet({ name: service.name })).execute()
  await tx.insertInto('services.definitions').values({
    service_code: definition.code, version: definition.version, valid_from: definition.validFrom, definition: JSON.stringify(definition),
  }).onConflict((on) => on.constraint('definitions_version_once').doNothing()).execute()
}

/** Loads the service definitions under reference/services. A version that is already there is never changed: cases stand on it. */
export async function loadServiceReference(tx: Tx, clock: Clock, officeId: string): Promise<void> {
  const files = (await readdir(join(REFERENCE, 'services'))).filter((name) => name.endsWith('.json')).toSorted().map((name) => `services/${name}`)
  await loadOnce(tx, clock, `services/${officeId}`, files, async () => {
    for (const file of files) await saveDefinition(tx, officeId, serviceDefinition.parse(JSON.parse(await readFile(join(REFERENCE, file), 'utf8'))))
  })
}
