// Runs before everything else, on whatever Node is there (18 or newer), so it may import nothing but Node itself.
// Brings node_modules into step with package-lock.json and finds a Node new enough to run the program.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const LOCK = join(ROOT, 'package-lock.json')
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.ditakopum-lock')
const LEAST_NODE = 24
const EXE = process.platform === 'win32' ? '.exe' : ''

/**
 * Installs what is missing; when nothing is, it only reads two small files.
 * @returns the path of a Node that can run the program
 */
export function install() {
  if (!isInstalled()) {
    process.stderr.write('Memasang kebutuhan program. Ini hanya sekali, biasanya kurang dari satu menit …\n')
    // npm ci refuses a lock file that lists no package for some other system than this one; npm install then takes the same versions.
    const done = [['ci'], ['install', '--no-save']].some((command) => npm([...command, '--no-audit', '--no-fund']).status === 0)
    if (!done) stop('Pemasangan gagal. Periksa sambungan internet dan pesan di atas, lalu coba lagi.')
    writeFileSync(STAMP, stampOf())
  }
  return usableNode()
}

// A production installation has no test tools, so it must not pass for a whole one.
function stampOf() {
  const production = process.env.NODE_ENV === 'production' || (process.env.npm_config_omit ?? '').includes('dev')
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  return `${hash} ${process.platform}-${process.arch} ${production ? 'production' : 'all'}\n`
}

function isInstalled() {
  const wanted = stampOf()
  const found = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : ''
  if (found === wanted || found.replace(/all\n$/, 'production\n') === wanted) return true
  // Modules made on another system lie here when a folder is shared with a container.
  if (found !== '' && found.split(' ')[1] !== wanted.split(' ')[1]) return false
  if (!matchesLock()) return false
  writeFileSync(STAMP, wanted)
  return true
}

/** Whether somebody has already run `npm ci` by hand: npm notes at its very end what it has installed. */
function matchesLock() {
  const noted = join(MODULES, '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages ?? {}
  const wanted = Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).filter(([path]) => path !== '')
  return wanted.every(([path, { version, optional, devOptional }]) =>
    installed[path] ? installed[path].version === version : optional === true || devOptional === true)
}

function npm(parameters) {
  const cli = process.env.npm_execpath
  const options = { cwd: ROOT, stdio: 'inherit' }
  if (cli && /\.[cm]?js$/.test(cli)) return spawnSync(systemNode(), [cli, ...parameters], options)
  return spawnSync('npm', parameters, { ...options, shell: process.platform === 'win32' })
}

/** npm ci empties node_modules, so it must not run on the Node that lies in there, which npm scripts find first. */
function systemNode() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder && !folder.includes(`node_modules${sep}.bin`))
  return folders.map((folder) => join(folder, `node${EXE}`)).find((path) => existsSync(path)) ?? process.execPath
}

function usableNode() {
  const local = join(MODULES, '.bin', `node${EXE}`)
  if (existsSync(local)) {
    const manifest = join(dirname(realpathSync(local)), '..', 'package.json')
    if (existsSync(manifest) && major(JSON.parse(readFileSync(manifest, 'utf8')).version) >= LEAST_NODE) return local
  }
  if (major(process.versions.node) < LEAST_NODE) {
    stop(`Program ini memerlukan Node.js ${LEAST_NODE} atau lebih baru, sedangkan yang terpasang ${process.versions.node}. `
      + 'Pasang dari https://nodejs.org, lalu coba lagi.')
  }
  return process.execPath
}

const major = (version) => Number.parseInt(version, 10)

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) install()
