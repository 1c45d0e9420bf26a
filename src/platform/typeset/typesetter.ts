import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, Job } from './protocol.ts'

/** A letter could not be typeset. The message is for the log; it may quote the template, never the data. */
export class TypesetFailure extends Error {}

export type Typesetter = {
  /**
   * @param template path below the root, such as `um-02/v1.typ`
   * @param data what the template reads; must survive JSON
   * @param assets files the template may read, by their path below the root (`/assets/emblem.png`)
   * @returns a tagged PDF/A-2a; the same input gives the same bytes
   */
  render: (template: string, data: unknown, assets?: Record<string, Uint8Array>) => Promise<Buffer>
  close: () => Promise<void>
}

type Waiting = { job: Job; done: (pdf: Buffer) => void; failed: (reason: Error) => void }

type Settings = {
  root: string
  /** one letter takes about 50 ms, the first with the start of the process about 500 */
  timeoutMs?: number
  idleMs?: number
  /** what Typst does not give back is about 55 KB a letter */
  lettersPerProcess?: number
  mostWaiting?: number
}

/**
 * Typesets letters in a child process that starts with the first one, handles one at a time, is replaced when it dies, hangs or
 * grows old, and ends when nothing is asked of it for a while: an idle office pays no memory for it.
 */
export const createTypesetter = (settings: Settings): Typesetter => new ChildTypesetter(settings)

class ChildTypesetter implements Typesetter {
  readonly #settings: Required<Settings>
  readonly #queue: Waiting[] = []
  #child: ChildProcess | undefined
  #current: Waiting | undefined
  #timer: NodeJS.Timeout | undefined
  #made = 0
  #lastId = 0
  #closed = false

  constructor(settings: Settings) {
    this.#settings = { timeoutMs: 15_000, idleMs: 120_000, lettersPerProcess: 2_000, mostWaiting: 500, ...settings }
  }

  render(template: string, data: unknown, assets: Record<string, Uint8Array> = {}): Promise<Buffer> {
    const { root, mostWaiting } = this.#settings
    return new Promise((done, failed) => {
      if (this.#closed) throw new TypesetFailure('the typesetter is closed')
      if (this.#queue.length >= mostWaiting) throw new TypesetFailure(`${mostWaiting} letters are already waiting to be typeset`)
      this.#queue.push({ job: { id: ++this.#lastId, root, template, data: JSON.stringify(data), assets }, done, failed })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const left = [this.#current, ...this.#queue.splice(0)]
    this.#current = undefined
    this.#hold(true)
    const child = this.#child
    const gone = child && child.exitCode === null && new Promise((resolve) => child.once('exit', resolve))
    this.#end()
    for (const waiting of left) waiting?.failed(new TypesetFailure('the typesetter is closed'))
    await gone
  }

  #start(): ChildProcess {
    const child = fork(fileURLToPath(new URL('typeset-process.ts', import.meta.url)), { serialization: 'advanced', execArgv: [] })
    child.on('message', (answer: Answer) => { if (child === this.#child) this.#finish(answer) })
    child.on('error', () => { if (child === this.#child) this.#lose('the typesetting process could not be started') })
    child.on('exit', () => { if (child === this.#child) this.#lose('the typesetting process died') })
    this.#made = 0
    return child
  }

  #next(): void {
    if (this.#current || this.#closed) return
    this.#current = this.#queue.shift()
    clearTimeout(this.#timer)
    if (!this.#current) {
      this.#timer = setTimeout(() => this.#end(), this.#settings.idleMs)
      this.#timer.unref()
      this.#hold(false)
      return
    }
    this.#child ??= this.#start()
    this.#hold(true)
    const { timeoutMs } = this.#settings
    this.#timer = setTimeout(() => this.#lose(`typesetting took longer than ${timeoutMs} ms`), timeoutMs)
    const child = this.#child
    child.send(this.#current.job, (error) => {
      if (error && child === this.#child) this.#lose('the typesetting process does not listen')
    })
  }

  /** A resting child must not keep a command from ending; one that is waited for must. */
  #hold(busy: boolean): void {
    this.#child?.[busy ? 'ref' : 'unref']()
    this.#child?.channel?.[busy ? 'ref' : 'unref']()
  }

  #finish(answer: Answer): void {
    if (answer.id !== this.#current?.job.id) return
    const { done, failed } = this.#current
    this.#current = undefined
    if ('pdf' in answer) done(Buffer.from(answer.pdf))
    else failed(new TypesetFailure(answer.failed))
    if (++this.#made >= this.#settings.lettersPerProcess) this.#end()
    this.#next()
  }

  #lose(reason: string): void {
    const lost = this.#current
    this.#current = undefined
    this.#end()
    lost?.failed(new TypesetFailure(reason))
    this.#next()
  }

  #end(): void {
    clearTimeout(this.#timer)
    const child = this.#child
    this.#child = undefined
    child?.kill('SIGKILL')
  }
}
