// The programs outside Node that the tests look through: a browser, and readers of PDF and QR that are not our own.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const BROWSER_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
type Name = 'chrome' | 'pdfsig' | 'pdftotext' | 'pdftoppm' | 'qpdf' | 'zbarimg'
type Tools = Partial<Record<Name, string>>
type Environment = Record<string, string | undefined>

/** Each tool with the Debian package that brings it. */
const PACKAGES: Record<Name, string> = {
  chrome: 'chromium', pdfsig: 'poppler-utils', pdftotext: 'poppler-utils', pdftoppm: 'poppler-utils', qpdf: 'qpdf', zbarimg: 'zbar-tools',
}

const NAMES = Object.keys(PACKAGES) as Name[]

/** Where each tool lies on this machine; a tool that is missing has no entry. */
export function findTools(env: Environment = process.env): Tools {
  const found = NAMES.map((name) => [name, name === 'chrome' ? findBrowser(env) : onPath(name, env)] as const)
  return Object.fromEntries(found.filter(([, path]) => path !== undefined))
}

/** Finds the tools, and as root on Debian installs those that are missing. Says loudly what stays missing. */
export function ensureTools(env: Environment = process.env): Tools {
  if (missingIn(findTools(env)).length > 0 && isRootOnDebian()) aptInstall(missingIn(findTools(env)))
  const tools = findTools(env)
  for (const name of missingIn(tools)) {
    const advice = name === 'chrome' ? ', atau isi CHROME_PATH dengan letak Chrome atau Chromium' : ''
    process.stderr.write(`!!! ${name} TIDAK DITEMUKAN: pengujian yang memerlukannya dilewati. Pasang paket ${PACKAGES[name]}${advice}.\n`)
  }
  return tools
}

/** The same as environment variables: CHROME_PATH, PDFSIG, PDFTOTEXT, PDFTOPPM, QPDF, ZBARIMG. */
function toolsEnv(tools: Tools): Record<string, string> {
  return Object.fromEntries(Object.entries(tools).map(([name, path]) => [name === 'chrome' ? 'CHROME_PATH' : name.toUpperCase(), path]))
}

const missingIn = (tools: Tools): Name[] => NAMES.filter((name) => tools[name] === undefined)

function findBrowser(env: Environment): string | undefined {
  const given = env['CHROME_PATH']
  if (given && !isProgram(given)) {
    process.stderr.write(`!!! CHROME_PATH menunjuk ${given}, tetapi itu bukan program yang dapat dijalankan.\n`)
  }
  return [given, ...BROWSERS.map((name) => onPath(name, env)), ...BROWSER_PATHS].find((path) => path && isProgram(path))
}

function onPath(name: string, env: Environment): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name
  return (env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, file)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

// Ubuntu's package `chromium` is only a pointer to a snap, which a container cannot run: Debian alone.
function isRootOnDebian() {
  return process.getuid?.() === 0 && existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

function aptInstall(names: Name[]): void {
  const packages = [...new Set(names.map((name) => PACKAGES[name]))]
  process.stderr.write(`Memasang alat uji: ${packages.join(', ')} …\n`)
  // What apt says belongs to the log of errors: standard output is for those who read our answer.
  const run = (parameters: string[]) => spawnSync('apt-get', ['-q', '-o', 'Acquire::Retries=3', ...parameters], {
    stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0
  if (run(['update'])) run(['install', '-y', '--no-install-recommends', ...packages])
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const [name, path] of Object.entries(toolsEnv(ensureTools()))) console.log(`${name}=${path}`)
}
