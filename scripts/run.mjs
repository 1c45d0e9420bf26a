// Runs a TypeScript file of the program on a Node that is new enough: this one, or the one among the dependencies.
// Usage: node scripts/run.mjs [--watch] file.ts […]. Writes nothing itself; signals and the exit code pass through.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const LOADER = pathToFileURL(join(ROOT, 'scripts', 'loader.mjs')).href
const LEAST_NODE = 24

const given = process.argv.slice(2)
const start = given.findIndex((word) => !word.startsWith('--'))
const options = given.slice(0, start)
const [name = '', ...rest] = given.slice(start)
const file = resolve(ROOT, name)

if (options.length === 0 && Number.parseInt(process.versions.node, 10) >= LEAST_NODE) {
  // In this same process: a second one would cost 40 MB for as long as the program runs.
  process.argv = [process.execPath, file, ...rest]
  await import(LOADER)
  await import(pathToFileURL(file).href)
} else {
  runElsewhere()
}

function runElsewhere() {
  const local = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const node = Number.parseInt(process.versions.node, 10) >= LEAST_NODE || !existsSync(local) ? process.execPath : local
  const child = spawn(node, [...process.execArgv, '--import', LOADER, ...options, file, ...rest], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => { process.exitCode = code ?? 128 + (constants.signals[signal] ?? 1) })
}
