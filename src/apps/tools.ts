import { pino } from 'pino'
import type { Config } from '../platform/config/config.ts'
import { openDatabase } from '../platform/db/database.ts'
import { type Clock, systemClock } from '../platform/db/unit.ts'
import { openMalwareScanner } from '../platform/files/malware.ts'
import { openFileStorage } from '../platform/files/storage.ts'
import { checkKeys } from '../platform/secrets/key-check.ts'
import { keepTestSigner, openKeys } from '../platform/secrets/keys.ts'
import { makeTestIdentity } from '../platform/signing/test-identity.ts'
import { createTestSigner } from '../platform/signing/test-signer.ts'
import type { Signer } from '../platform/signing/signer.ts'
import type { Tools } from '../platform/tools.ts'
import { createTypesetter } from '../platform/typeset/typesetter.ts'
import { LETTER_TEMPLATES } from '../domains/letters/index.ts'

/** The sample signer of the demo. Its certificate is made once and kept with the keys. */
async function demoSigner(keyFile: string): Promise<Signer> {
  const held = openKeys(keyFile).file.testSigner
  const identity = held ?? await makeTestIdentity(new Date())
  if (!held) keepTestSigner(keyFile, identity)
  return createTestSigner(identity, () => new Date())
}

/** Opens everything the program stands on, by hand and in one place. */
export async function openTools(config: Config, databaseUrl: string, clock: Clock = systemClock): Promise<Tools & { close: () => Promise<void> }> {
  const keys = openKeys(config.keyFile)
  const signer = config.signer === 'test' ? await demoSigner(config.keyFile) : undefined
  const db = openDatabase(databaseUrl)
  await checkKeys(db, keys, config.keyFile)
  const typesetter = createTypesetter({ root: LETTER_TEMPLATES })
  return {
    config, db, clock, keys, typesetter,
    files: await openFileStorage(config.storageUrl),
    malware: openMalwareScanner(config.clamdUrl),
    ...(signer ? { signer } : {}),
    log: pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }),
    async close() {
      await typesetter.close()
      await db.destroy()
    },
  }
}
