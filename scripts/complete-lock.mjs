// Adds to package-lock.json the optional packages for other systems that the registry at hand did not offer when it was written.
// Without them `npm ci` calls the lock file out of step. Run it after every `npm install` that changes the lock: `npm run lock`.
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
const OS = { android: 'android', darwin: 'darwin', linux: 'linux', win32: 'win32', windows: 'win32', freebsd: 'freebsd', openharmony: 'openharmony' }
const CPU = { arm64: 'arm64', x64: 'x64', arm: 'arm', ia32: 'ia32', ppc64: 'ppc64', riscv64: 'riscv64', s390x: 's390x', loong64: 'loong64' }

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const pick = (parts, table) => parts.map((part) => table[part]).find(Boolean)

function entryOf(name, version, dev) {
  const parts = name.split(/[-/]/)
  const os = pick(parts, OS)
  const cpu = pick(parts, CPU)
  if (!os || !cpu || !/^\d/.test(version)) return undefined
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(libc && os === 'linux' ? { libc } : {}), optional: true, os: [os] }
}

let added = 0
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue
    const entry = entryOf(name, version, dev)
    if (!entry) continue
    lock.packages[`node_modules/${name}`] = entry
    added += 1
  }
}
const { '': root, ...rest } = lock.packages
lock.packages = { '': root, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))) }
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${added} packages of other systems added\n`)
