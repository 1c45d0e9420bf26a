/** A point by WGS 84 in degrees, as a phone gives it; `accuracyM` is the radius of doubt in metres. */
export type Coordinates = { latitude: number; longitude: number; accuracyM?: number }

/** The rectangle in which an office expects its businesses, in degrees. */
export type Box = { south: number; north: number; west: number; east: number }

/** Around the regency with some margin; its western edge follows the boundary, which reaches 112.457 east. */
export const SIDOARJO_BOX: Box = { south: -7.6, north: -7.28, west: 112.45, east: 112.9 }

/** `swapped` carries the point as it was most likely meant; so does `sign-missing` (7.4 south without its minus). */
export type CoordinatesFinding =
  | { code: 'null-island' | 'out-of-range' | 'outside-area' | 'inaccurate' }
  | { code: 'swapped' | 'sign-missing'; meant: { latitude: number; longitude: number } }

export type CoordinatesCheck = { problems: CoordinatesFinding[]; warnings: CoordinatesFinding[] }

/** Above this a second measurement is asked for, in metres. */
const WORST_ACCURACY_M = 100

/**
 * Judges a point. Problems: 0,0 (a device without a fix), degrees that do not exist, latitude and longitude exchanged.
 * Warnings: outside the office's area (an owner may sell elsewhere), a lost minus, an accuracy worse than 100 m.
 */
export function checkCoordinates(point: Coordinates, box: Box = SIDOARJO_BOX): CoordinatesCheck {
  const { latitude, longitude } = point
  const check: CoordinatesCheck = { problems: [], warnings: [] }
  const swapped = { latitude: longitude, longitude: latitude }
  if (Math.abs(latitude) < 0.01 && Math.abs(longitude) < 0.01) check.problems.push({ code: 'null-island' })
  else if (isInside(swapped, box)) check.problems.push({ code: 'swapped', meant: swapped })
  else if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) check.problems.push({ code: 'out-of-range' })
  else if (!isInside(point, box)) check.warnings.push(outside(point, box))
  if (point.accuracyM !== undefined && point.accuracyM > WORST_ACCURACY_M) check.warnings.push({ code: 'inaccurate' })
  return check
}

function outside({ latitude, longitude }: Coordinates, box: Box): CoordinatesFinding {
  const meant = { latitude: -latitude, longitude }
  return isInside(meant, box) ? { code: 'sign-missing', meant } : { code: 'outside-area' }
}

function isInside({ latitude, longitude }: Coordinates, box: Box): boolean {
  return latitude >= box.south && latitude <= box.north && longitude >= box.west && longitude <= box.east
}

const EARTH_RADIUS_M = 6_371_000
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Distance of two points over the ground in metres (haversine; good to half a percent). */
export function distanceM(a: Coordinates, b: Coordinates): number {
  const halfHeight = Math.sin(radians(b.latitude - a.latitude) / 2)
  const halfWidth = Math.sin(radians(b.longitude - a.longitude) / 2)
  const chord = halfHeight ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * halfWidth ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)))
}
