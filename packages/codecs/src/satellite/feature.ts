import { bad, ok, type DecodeProblem, type Result } from '@csii/model'
import { guessColumns } from '../columns/guess.ts'
import { MappedRow } from '../columns/mapped-row.ts'
import { parseMapping, readTimeOf, type Mapping } from '../columns/mapping.ts'
import { decodeText, plainWord } from '../columns/text.ts'
import type { Place } from './detection.ts'
import { FEATURE_REQUIRED, SATELLITE_VOCABULARY } from './vocabulary.ts'

/** A GeoJSON feature (RFC 7946, § 3.2) as a row of its properties, and its place where its geometry says one. */
export interface FeatureRow {
  readonly row: MappedRow
  readonly place: Place | undefined
}

/** A property, or a property of one, counts; deeper ones do not, nor do lists. */
const MOST_PROPERTIES = 200

export type ReadFeature = (bytes: Uint8Array, from: number, to: number) => Result<FeatureRow, DecodeProblem>

/**
 * Reads features whose properties mean what the mapping says; without one it is guessed anew when the properties
 * change.
 */
export function featureReader(mapping?: string): ReadFeature {
  const parsed = mapping === undefined ? undefined : parseMapping(mapping, SATELLITE_VOCABULARY, FEATURE_REQUIRED)
  const given = parsed?.ok ? parsed.value : undefined
  let known: { readonly names: string; readonly mapping: Mapping } | undefined
  const mappingFor = (names: readonly string[]): Mapping => {
    const joined = names.join('\n')
    if (known?.names !== joined) known = { names: joined, mapping: guessColumns(names, SATELLITE_VOCABULARY) }
    return known.mapping
  }
  return (bytes, from, to) => {
    const feature = parse(decodeText(bytes, from, to))
    if (feature === undefined) return bad('framing')
    if (feature['type'] !== 'Feature') return bad('unsupported')
    const place = placeOf(feature['geometry'])
    if (typeof place === 'string') return bad(place)
    const properties = propertiesOf(feature)
    const columns = given ?? mappingFor([...properties.keys()])
    const readTime = readTimeOf(columns)
    if (!readTime.ok) return bad('value')
    const plain = new Map([...properties].map(([name, value]) => [plainWord(name), value]))
    const cell = (name: string | number) =>
      typeof name === 'string' ? plain.get(plainWord(name)) : [...plain.values()][name - 1]
    return ok({ row: new MappedRow(columns, SATELLITE_VOCABULARY, readTime.value, cell), place })
  }
}

type Json = { readonly [name: string]: unknown }

/** Anything but a list, text or number is an object, or nothing. */
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function propertiesOf(feature: Json): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (name: string, value: unknown) => {
    const isPlain = typeof value === 'string' || typeof value === 'number' || value === null
    if (isPlain && found.size < MOST_PROPERTIES) found.set(name, value === null ? '' : String(value))
  }
  const properties = feature['properties']
  for (const [name, value] of isObject(properties) ? Object.entries(properties) : []) {
    if (isObject(value)) for (const [inner, each] of Object.entries(value)) add(`${name} ${inner}`, each)
    else add(name, value)
  }
  return found
}

/** Undefined where there is no geometry: then properties must say. */
function placeOf(geometry: unknown): Place | undefined | DecodeProblem {
  if (geometry === null || geometry === undefined) return undefined
  if (!isObject(geometry)) return 'value'
  const { type, coordinates } = geometry
  if (type === 'Point') return middleOf([coordinates])
  if (type !== 'Polygon') return 'unsupported'
  // An outline around a hull; its last corner is its first.
  const outline: unknown = Array.isArray(coordinates) ? coordinates[0] : undefined
  return Array.isArray(outline) && outline.length > 3 ? middleOf(outline.slice(0, -1)) : 'value'
}

function middleOf(positions: readonly unknown[]): Place | 'value' {
  let [lat, lon] = [0, 0]
  for (const position of positions) {
    const [x, y]: readonly unknown[] = Array.isArray(position) ? position : []
    if (typeof x !== 'number' || typeof y !== 'number' || Math.abs(x) > 180 || Math.abs(y) > 90) return 'value'
    lat += y / positions.length
    lon += x / positions.length
  }
  return { lat, lon, step: 0 }
}
