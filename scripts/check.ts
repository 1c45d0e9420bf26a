// `npm run check`: everything about the code that needs no database and no browser. Each finding fails the run.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
/** Far fewer modules than this means the tool read nothing: dependency-cruiser without its compiler says "no violations (0 modules)". */
const LEAST_MODULES = 200

type Finding = { name: string; problem: string | undefined; tookMs: number }

function run(command: string, args: string[], cwd = ROOT): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (chunk) => { output += String(chunk) })
    child.stderr.on('data', (chunk) => { output += String(chunk) })
    child.on('close', (code) => resolve({ code, output }))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
  })
}

const tool = (command: string, ...args: string[]) => async () => {
  const { code, output } = await run(command, args)
  return code === 0 ? undefined : output
}

async function imports(): Promise<string | undefined> {
  const { code, output } = await run('depcruise', ['src', 'db', 'scripts'])
  if (code !== 0) return output
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
  return modules >= LEAST_MODULES ? undefined : `dependency-cruiser saw only ${modules} modules, at least ${LEAST_MODULES} were expected:\n${output}`
}

/** A rule that catches nothing is no rule: in a small house of its own, a planted import must be found. */
async function plantedViolation(): Promise<string | undefined> {
  const house = mkdtempSync(join(tmpdir(), 'planted-'))
  for (const folder of ['src/kernel', 'src/platform']) mkdirSync(join(house, folder), { recursive: true })
  writeFileSync(join(house, 'tsconfig.json'), '{"compilerOptions":{"module":"nodenext","allowImportingTsExtensions":true,"noEmit":true}}')
  writeFileSync(join(house, 'src/platform/tool.ts'), 'export const tool = 1\n')
  writeFileSync(join(house, 'src/kernel/value.ts'), "import { tool } from '../platform/tool.ts'\nexport const value = tool\n")
  const { output } = await run('depcruise', ['src', '--config', join(ROOT, '.dependency-cruiser.cjs')], house)
  rmSync(house, { recursive: true })
  return output.includes('kernel-knows-nobody') ? undefined : `the planted violation was not found:\n${output}`
}

const filesBelow = (folder: string, ending: string): string[] => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith(ending) && !name.includes('node_modules')).map((name) => join(folder, name))

/** Links between pages of the documentation lead somewhere, and every `npm run` that is named exists. */
async function docs(): Promise<string | undefined> {
  const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts)
  const pages = [...readdirSync(ROOT).filter((name) => name.endsWith('.md')), ...filesBelow('docs', '.md'), ...filesBelow('src', '.md'), ...filesBelow('reference', '.md')]
  const problems = pages.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    const dead = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)].map((found) => found[1] ?? '').filter((link) => !existsSync(join(ROOT, dirname(page), link)))
    const unknown = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map((found) => found[1] ?? '').filter((name) => !scripts.includes(name))
    return [...dead.map((link) => `${page}: the link ${link} leads nowhere`), ...unknown.map((name) => `${page}: there is no npm run ${name}`)]
  })
  const numbers = readdirSync(join(ROOT, 'docs/decisions')).map((name) => name.slice(0, 4))
  const twice = numbers.filter((number, at) => numbers.indexOf(number) !== at).map((number) => `docs/decisions: two decisions have the number ${number}`)
  return [...problems, ...twice].join('\n') || undefined
}

const CHECKS: [string, () => Promise<string | undefined>][] = [
  ['types', tool('tsc', '-p', '.')],
  ['lint', tool('oxlint', '--type-aware', '--deny-warnings', '--quiet')],
  ['import rules', imports],
  ['import rules catch a violation', plantedViolation],
  ['dead code', tool('knip', '--no-progress')],
  ['documents', docs],
]

async function check([name, look]: (typeof CHECKS)[number]): Promise<Finding> {
  const began = performance.now()
  const problem = await look()
  return { name, problem, tookMs: Math.round(performance.now() - began) }
}

let failed = 0
for (const one of CHECKS) {
  const { name, problem, tookMs } = await check(one)
  if (problem !== undefined) failed += 1
  console.log(`${problem === undefined ? 'ok  ' : 'FAIL'} ${name} (${tookMs} ms)`)
  if (problem !== undefined) console.log(problem.trimEnd())
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
