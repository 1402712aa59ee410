import { mpsToKnots, normalDegrees } from '@csii/model'

/** What stands where a number was not stated. */
export const ABSENT = '–'

/** Degrees and decimal minutes, as charts and radio use them: `13°09.402′N`. */
export const formatLatitude = (lat: number): string => degreesMinutes(lat, 2) + (lat < 0 ? 'S' : 'N')
export const formatLongitude = (lon: number): string => degreesMinutes(lon, 3) + (lon < 0 ? 'W' : 'E')

const MINUTE_THOUSANDTHS = 60_000

function degreesMinutes(value: number, digits: number): string {
  const thousandths = Math.round(Math.abs(value) * MINUTE_THOUSANDTHS)
  const degrees = Math.floor(thousandths / MINUTE_THOUSANDTHS)
  const minutes = ((thousandths % MINUTE_THOUSANDTHS) / 1000).toFixed(3)
  return `${String(degrees).padStart(digits, '0')}°${minutes.padStart(6, '0')}′`
}

/** Knots with one decimal, from m/s. */
export const formatSpeed = (mps: number | undefined): string =>
  mps === undefined ? ABSENT : mpsToKnots(mps).toFixed(1)

/** Three digits as bearings are spoken: `007°`. */
export const formatDirection = (degrees: number | undefined): string =>
  degrees === undefined ? ABSENT : `${String(Math.round(normalDegrees(degrees)) % 360).padStart(3, '0')}°`

/** Metres as seamen read them: below a tenth of a mile in metres, above in nautical miles. */
export function formatDistance(metres: number): string {
  if (metres < 185.2) return `${Math.round(metres)} m`
  return `${formatMiles(metres)} nm`
}

/** Metres to feet, in which aircraft fly in every language. */
export const formatAltitude = (metres: number): string => `${Math.round(metres / 0.3048)} ft`

/** Nautical miles alone, for a column that names its unit. */
export function formatMiles(metres: number): string {
  const miles = metres / 1852
  return miles < 10 ? miles.toFixed(1) : String(Math.round(miles))
}

/** Two decimals, and never a certainty that nobody has. */
export const formatProbability = (probability: number | undefined): string =>
  probability === undefined ? ABSENT : Math.min(0.99, Math.max(0.01, probability)).toFixed(2)

/** How long ago, in the largest unit that says something. The symbols are used with SI in every language. */
export function formatAge(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ${String(minutes % 60).padStart(2, '0')}` : `${Math.floor(hours / 24)} d`
}

/** Time of day in UTC, `14:30:05`. */
export const formatUtc = (ms: number): string => new Date(ms).toISOString().slice(11, 19)

/** Time of day where the reader sits, `10:30`. */
export const formatLocal = (ms: number): string => {
  const date = new Date(ms)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}
