import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { Db } from './db/database.ts'
import type { Clock } from './db/unit.ts'
import type { MalwareScanner } from './files/malware.ts'
import type { FileStorage } from './files/storage.ts'
import type { Keys } from './secrets/keys.ts'
import type { Signer } from './signing/signer.ts'
import type { Typesetter } from './typeset/typesetter.ts'

/** What every domain's shell may use. Made once in `apps`, by hand. */
export type Tools = {
  config: Config
  db: Db
  clock: Clock
  keys: Keys
  files: FileStorage
  malware: MalwareScanner
  typesetter: Typesetter
  /** Absent: letters are printed for wet ink. */
  signer?: Signer
  log: Logger
}
