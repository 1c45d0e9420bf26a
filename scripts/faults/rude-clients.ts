import { once } from 'node:events'
import { type Socket, connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { withDatabase } from './checks.ts'
import { type FaultReport, stage } from './fault.ts'

const HANG_UPS = 10
const SLOW = 20
/** An ordinary page while others misbehave. */
const PATIENCE_MS = 2_000

async function open(base: string): Promise<Socket> {
  const { hostname, port } = new URL(base)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

/** How long an ordinary visitor waits. */
async function visit(base: string): Promise<number> {
  const began = performance.now()
  const reply = await fetch(`${base}/layanan/um-02`, { signal: AbortSignal.timeout(PATIENCE_MS * 5) })
  await reply.arrayBuffer()
  return Math.round(performance.now() - began)
}

/** Ten that ask and hang up before the first byte; a worker of a peer stood still for two minutes over this. */
async function hangUp(base: string): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: HANG_UPS }, () => open(base)))
  for (const socket of sockets) socket.write('GET /layanan/um-02 HTTP/1.1\r\nhost: x\r\n\r\n')
  await sleep(1)
  for (const socket of sockets) socket.destroy()
}

/** An upload that is cut in its middle. */
async function cutUpload(base: string, token: string): Promise<void> {
  const socket = await open(base)
  socket.write('POST /api/v1/attachments HTTP/1.1\r\nhost: x\r\n' +
    `authorization: Bearer ${token}\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 100000\r\n\r\n` +
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n')
  socket.write(Buffer.alloc(20_000, 255))
  await sleep(100)
  socket.destroy()
}

/** Headers a letter at a time, and bodies that never come. */
async function slowLoris(base: string): Promise<Socket[]> {
  const sockets = await Promise.all(Array.from({ length: SLOW }, () => open(base)))
  sockets.forEach((socket, at) => {
    socket.write(at % 2 === 0 ? 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: ' : 'POST /masuk HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\n')
  })
  return sockets
}

/** Clients that hang up, send half and dawdle do not stop the others, and leave nothing behind. */
export function rudeClients(): Promise<FaultReport> {
  return stage('rude clients', {}, async ({ program, tokens, dataDir, check }) => {
    for (let times = 0; times < 5; times += 1) await hangUp(program.base)
    const afterHangUps = await visit(program.base)
    check(afterHangUps < PATIENCE_MS, `after ${5 * HANG_UPS} hang-ups a page takes ${afterHangUps} ms`)

    for (let times = 0; times < 5; times += 1) await cutUpload(program.base, tokens['081200000001'])
    await sleep(500)
    const rows = await withDatabase(dataDir, (db) => db.selectFrom('applications.attachments').select('id').execute())
    check(rows.length === 0, `${rows.length} rows of 5 uploads that were cut`)

    const slow = await slowLoris(program.base)
    const meanwhile = await visit(program.base)
    check(meanwhile < PATIENCE_MS, `beside ${SLOW} slow clients a page takes ${meanwhile} ms`)
    for (const socket of slow) socket.destroy()
    check((await fetch(`${program.base}/health/ready`)).ok, 'the program is well afterwards')
  })
}
