// Which villages of the regency touch: `node --import ./scripts/loader.mjs scripts/village-neighbours.ts` writes
// reference/regions/desa-bersebelahan.csv from the boundaries beside it, each pair once, sorted. Needed again only when boundaries change.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { REFERENCE } from '../src/platform/db/reference.ts'

/** The polygons were simplified: lines that were one can lie apart by this much. A road or a canal between them is narrower. */
const TOLERANCE_M = 25
const METRES_PER_DEGREE = 111_195

const ring = z.array(z.tuple([z.number(), z.number()]))
const geometry = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])
const boundaries = z.object({ features: z.array(z.object({ properties: z.object({ kode: z.string() }), geometry })) })

type Point = { x: number; y: number }
type Line = { from: Point; to: Point }
type Village = { code: string; points: Point[]; lines: Line[]; west: number; east: number; south: number; north: number }

/** Metres on a plane: the regency is 45 km wide, the error stays far below the tolerance of neighbouring lines. */
function onPlane([longitude, latitude]: [number, number]): Point {
  return { x: longitude * METRES_PER_DEGREE * Math.cos((-7.45 * Math.PI) / 180), y: latitude * METRES_PER_DEGREE }
}

function villageOf({ properties, geometry: shape }: z.infer<typeof boundaries>['features'][number]): Village {
  const rings = (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()).map((each) => each.map(onPlane))
  const lines = rings.flatMap((points) => points.slice(1).flatMap((to, at): Line[] => {
    const from = points[at]
    return from ? [{ from, to }] : []
  }))
  const points = rings.flat()
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return {
    code: properties.kode, points, lines,
    west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys),
  }
}

function distanceToLine({ x, y }: Point, { from, to }: Line): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / length))
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy)
}

const reaches = (a: Village, b: Village) => a.points.some((point) => b.lines.some((line) => distanceToLine(point, line) <= TOLERANCE_M))

function touch(a: Village, b: Village): boolean {
  const apart = a.west > b.east + TOLERANCE_M || b.west > a.east + TOLERANCE_M
    || a.south > b.north + TOLERANCE_M || b.south > a.north + TOLERANCE_M
  return !apart && (reaches(a, b) || reaches(b, a))
}

const villages = boundaries.parse(JSON.parse(readFileSync(join(REFERENCE, 'regions/batas-desa.geojson'), 'utf8'))).features.map(villageOf)
  .toSorted((a, b) => (a.code < b.code ? -1 : 1))
const pairs = villages.flatMap((a, at) => villages.slice(at + 1).filter((b) => touch(a, b)).map((b) => `${a.code},${b.code}\n`))
writeFileSync(join(REFERENCE, 'regions/desa-bersebelahan.csv'), `kode_a,kode_b\n${pairs.join('')}`)

const touched = new Set(pairs.flatMap((pair) => pair.trim().split(',')))
const alone = villages.filter(({ code }) => !touched.has(code)).map(({ code }) => code)
process.stdout.write(`${pairs.length} pairs of ${villages.length} villages; without a neighbour: ${alone.join(' ') || 'none'}\n`)
