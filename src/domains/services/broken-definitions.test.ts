import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BREAKS } from './breaking.testing.ts'
import { completeDefinition } from './core/complete-definition.ts'
import { serviceDefinition } from './core/definition.ts'
import { everyPart, shippedFiles, shippedOffice } from './definitions.testing.ts'
import type { Json } from './editing.testing.ts'
import { readDefinition } from './core/read-definition.ts'

/** A thousand every day, ten thousand at night: `npm run nightly -- --only definitions`. */
const RUNS = Number(process.env['BROKEN_DEFINITIONS'] ?? 1000)

const whole = (file: Json): Json => serviceDefinition.parse(completeDefinition(shippedOffice, file).definition)
const GOOD = [everyPart(), ...shippedFiles().map(({ file }) => file)].map(whole)
const placesOf = (definition: Json) => {
  const read = readDefinition(shippedOffice, definition)
  return read.ok ? [] : read.error.map(({ place }) => place)
}

for (const { name, file } of [{ name: 'one with every part', file: everyPart() }, ...shippedFiles()]) {
  test(`the definition ${name} passes the proofs`, () => {
    const read = readDefinition(shippedOffice, file)

    assert.deepEqual(read.ok ? [] : read.error, [])
  })
}

for (const [name, breaking] of Object.entries(BREAKS)) {
  test(`a definition with a slip is refused, and the place is named: ${name}`, () => {
    const broken = GOOD.map((good) => structuredClone(good)).map((definition) => ({ definition, places: breaking(definition, (below) => below - 1) }))
    const one = broken.find(({ places }) => places)

    assert.ok(one?.places, 'there is nothing to break')
    const { places } = one
    const found = placesOf(one.definition)
    assert.ok(found.some((place) => places.some((expected) => place.startsWith(expected))), `expected ${places.join(' or ')}, found ${found.join(' ')}`)
  })
}

test(`${RUNS} broken definitions are all refused, each with the place that was broken`, () => {
  let broken = 0
  fc.assert(fc.property(fc.nat(GOOD.length - 1), fc.constantFrom(...Object.keys(BREAKS)), fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (good, name, chances) => {
    const definition = structuredClone(GOOD[good] ?? {})
    let at = 0
    const places = BREAKS[name]?.(definition, (below) => (chances[at++ % chances.length] ?? 0) % below)
    if (!places) return
    broken += 1
    const found = placesOf(definition)
    assert.ok(found.some((place) => places.some((one) => place.startsWith(one))), `${name}: expected ${places.join(' or ')}, found ${found.join(' ')}`)
  }), { numRuns: Math.ceil(RUNS * 1.5) })
  assert.ok(broken >= RUNS, `only ${broken} were broken`)
})
