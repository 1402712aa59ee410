import { bad, ok, type Result } from '@csii/model'
import type { AssociationLine, OriginLine, PlotLine, ScoreMeta, TrackLine, TruthLine } from './scenario.ts'

/** The text of a file of JSON lines as objects, or a sentence that names the first line that is not one. */
export function linesOf<T>(name: string, text: string, read: (line: Fields) => Result<T, string>): Result<T[], string> {
  const found: T[] = []
  let [start, number] = [0, 1]
  for (; start < text.length; number++) {
    const end = text.indexOf('\n', start)
    const line = text.slice(start, end === -1 ? text.length : end).trim()
    start = end === -1 ? text.length : end + 1
    if (line === '') continue
    const result = readLine(line, read)
    if (!result.ok) return bad(`${name} line ${number}: ${result.problem}.`)
    found.push(result.value)
  }
  return ok(found)
}

type Fields = Readonly<Record<string, unknown>>

function readLine<T>(line: string, read: (line: Fields) => Result<T, string>): Result<T, string> {
  const fields = parsed(line)
  return fields ? read(fields) : bad('is no JSON object')
}

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Nothing at sea is as large, and the square of it is still exact enough. */
const LARGEST = 1e12

const isNumber = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= LARGEST
const isText = (value: unknown): boolean => typeof value === 'string'
const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean'
const isNullOr =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || check(value)
const isAbsentOr =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || check(value)
const isId = (value: unknown): boolean => isText(value) || isNumber(value)

type Checks = Readonly<Record<string, (value: unknown) => boolean>>

const STATE: Checks = { t: isNumber, x: isNumber, y: isNumber, vx: isNumber, vy: isNumber }

/** The fields as a `T` whose every field is named in `checks`, by a check that holds for that field's type alone. */
function checked<T>(fields: Fields, checks: Checks): Result<T, string> {
  const wrong = Object.entries(checks).find(([name, check]) => !check(fields[name]))
  if (!wrong) return ok(fields as T) // Every field of T has just passed its check.
  const [name] = wrong
  return bad(name in fields ? `its "${name}" is ${JSON.stringify(fields[name])}` : `has no "${name}"`)
}

export function readMeta(text: string): Result<ScoreMeta, string> {
  const fields = parsed(text)
  if (!fields) return bad('is no JSON object')
  return checked<ScoreMeta>(fields, {
    name: isText,
    seed: (value) => Number.isFinite(value),
    score_dt: (value) => isNumber(value) && Number(value) > 0,
    gospa_c: isAbsentOr((value) => isNumber(value) && Number(value) > 0),
    truth_partial: isFlag,
  })
}

export const readTruthLine = (fields: Fields): Result<TruthLine, string> =>
  checked<TruthLine>(fields, {
    ...STATE,
    id: isText,
    cls: isText,
    vis: (value) => typeof value === 'boolean',
    dark: isNullOr(isNumber),
    ident: isNullOr(isText),
  })

const TRACK: Checks = {
  ...STATE,
  id: isId,
  ident: isAbsentOr(isNullOr(isText)),
  dark: isFlag,
  suspect: isFlag,
  cxx: isAbsentOr(isNumber),
  cxy: isAbsentOr(isNumber),
  cyy: isAbsentOr(isNumber),
}

/** Null says the same of a flag or a covariance as its absence. */
const NULLABLE = ['dark', 'suspect', 'cxx', 'cxy', 'cyy']

export function readTrackLine(fields: Fields): Result<TrackLine, string> {
  const present = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null || !NULLABLE.includes(name)),
  )
  const track = checked<TrackLine>(present, TRACK)
  if (!track.ok) return track
  const { cxx, cxy, cyy } = track.value
  if (cxx === undefined && cxy === undefined && cyy === undefined) return track
  if (cxx === undefined || cxy === undefined || cyy === undefined) return bad('has a part of "cxx", "cxy", "cyy" only')
  if (!(cxx > 0 && cyy > 0 && cxx * cyy > cxy ** 2))
    return bad(`its covariance ${cxx}, ${cxy}, ${cyy} is not positive definite`)
  return track
}

export const readAssociationLine = (fields: Fields): Result<AssociationLine, string> =>
  checked<AssociationLine>(fields, { p: isNumber, id: isId })

export const readOriginLine = (fields: Fields): Result<OriginLine, string> =>
  checked<OriginLine>(fields, { p: isNumber, o: isNullOr(isText) })

export const readPlotLine = (fields: Fields): Result<PlotLine, string> =>
  checked<PlotLine>(fields, { p: isNumber, k: isText })
