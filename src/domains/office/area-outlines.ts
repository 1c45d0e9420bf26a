import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { geoMercator, geoPath } from 'd3-geo'
import { z } from 'zod'
import { REFERENCE } from '../../platform/db/reference.ts'

type Outline = { code: string; path: string }

/** The areas within one area as paths on a sheet of so many points; not an official boundary. `over` are those they lie in. */
export type Outlines = { width: number; height: number; areas: Outline[]; over?: Outline[] }

const ring = z.array(z.tuple([z.number(), z.number()]))
const collectionSchema = z.object({
  features: z.array(z.object({
    properties: z.object({ kode: z.string(), kode_induk: z.string() }),
    geometry: z.discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
    ]),
  })),
})

type Feature = z.infer<typeof collectionSchema>['features'][number]

const WIDTH = 640

const reversed = (rings: z.infer<typeof ring>[]) => rings.map((one) => one.toReversed())

/** Outer rings run against the clock in the files (RFC 7946); d3-geo would take that for the rest of the world. */
const turned = ({ geometry }: Feature) => ({
  type: 'MultiPolygon' as const,
  coordinates: geometry.type === 'Polygon' ? [reversed(geometry.coordinates)] : geometry.coordinates.map(reversed),
})

let features: Promise<Feature[]> | undefined
const read = async (name: string) => collectionSchema.parse(JSON.parse(await readFile(join(REFERENCE, 'regions', name), 'utf8'))).features

async function insideOf(parentCode: string): Promise<Feature[]> {
  features ??= Promise.all([read('batas-kecamatan.geojson'), read('batas-desa.geojson')]).then((both) => both.flat())
  return (await features).filter(({ properties }) => properties.kode_induk === parentCode)
}

function draw(inside: readonly Feature[], over: readonly Feature[] = []): Outlines | undefined {
  if (inside.length === 0) return undefined
  const whole = { type: 'GeometryCollection' as const, geometries: inside.map(turned) }
  const projection = geoMercator().fitWidth(WIDTH, whole)
  const [, [, bottom]] = geoPath(projection).bounds(whole)
  // A phone shows no finer lines; decimals would double the page.
  const path = geoPath(projection).digits(0)
  const outline = (one: Feature): Outline => ({ code: one.properties.kode, path: path(turned(one)) ?? '' })
  return { width: WIDTH, height: Math.ceil(bottom), areas: inside.map(outline), ...(over.length > 0 ? { over: over.map(outline) } : {}) }
}

const drawn = new Map<string, Promise<Outlines | undefined>>()

function once(key: string, make: () => Promise<Outlines | undefined>): Promise<Outlines | undefined> {
  const held = drawn.get(key) ?? make()
  drawn.set(key, held)
  return held
}

/** Outlines of the districts of a regency, or of the villages of a district; undefined where none are known. Drawn once. */
export function areaOutlines(parentCode: string): Promise<Outlines | undefined> {
  return once(parentCode, async () => draw(await insideOf(parentCode)))
}

/** Outlines of all villages of a regency, with those of its districts over them. Drawn once. */
export function villageOutlines(regencyCode: string): Promise<Outlines | undefined> {
  return once(`${regencyCode}/villages`, async () => {
    const districts = await insideOf(regencyCode)
    return draw((await Promise.all(districts.map(({ properties }) => insideOf(properties.kode)))).flat(), districts)
  })
}
