// Writes src/platform/db/schema.ts from the migrated database at DATABASE_URL: `npm run db:types`.
import { execFileSync } from 'node:child_process'
import { migrate } from '../src/platform/db/migrate.ts'

const url = process.env['DATABASE_URL'] ?? ''
const types = { int8: 'number', timestamptz: 'Date', date: 'string', time: 'string' }

await migrate(url)
execFileSync('npx', [
  'kysely-codegen', '--dialect', 'postgres', '--url', url, '--out-file', 'src/platform/db/schema.ts', '--date-parser', 'string',
  '--type-mapping', JSON.stringify(types), '--exclude-pattern', 'public.*', ...process.argv.slice(2),
], { stdio: 'inherit' })
