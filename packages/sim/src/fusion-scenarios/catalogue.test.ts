import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FUSION_SCENARIOS, makeFusionScenario } from './catalogue.ts'
import { scenarioFiles } from './files.ts'
import type { FusionScenario } from './format.ts'

const GIVEN = ['crossing', 'parallel', 'gofast', 'dark', 'bias', 'spoof', 'rendezvous', 'latency', 'air', 'harbour']
const reference = fileURLToPath(new URL('../../../../../shared/scenarios', import.meta.url))

/** The lines of a reference scenario's file, or undefined where the scenarios are not there. */
const read = new Map<string, Record<string, unknown>[] | undefined>()
function given(name: string, file: string): Record<string, unknown>[] | undefined {
  const key = `${name}/${file}`
  if (!read.has(key)) read.set(key, readGiven(name, file))
  return read.get(key)
}

function readGiven(name: string, file: string): Record<string, unknown>[] | undefined {
  const path = `${reference}/${name}-s1/${file}`
  const text = existsSync(path) ? readFileSync(path, 'utf8')
    : existsSync(`${path}.gz`) ? gunzipSync(readFileSync(`${path}.gz`)).toString() : undefined
  if (text === undefined) return undefined
  // Each file is one JSON object, or one on each line.
  return (file.endsWith('.json') ? [text] : text.trim().split('\n')).map((line) => JSON.parse(line) as Record<string, unknown>)
}

const isThere = given('crossing', 'meta.json') !== undefined
if (!isThere) console.warn(`skipped: the reference scenarios are not at ${reference}`)

/** Several tests look at the same scenarios; each is made once. */
const seventh = kept((name: string) => makeFusionScenario(name, 7)!)
const first = kept((name: string) => makeFusionScenario(name, 1)!)

function kept(make: (name: string) => FusionScenario): (name: string) => FusionScenario {
  const made = new Map<string, FusionScenario>()
  return (name) => made.get(name) ?? made.set(name, make(name)).get(name)!
}

/** Which fields the lines of a file have, by kind of line. */
const fields = (lines: readonly object[], kind: string) => new Set(lines.map((line) =>
  `${String(Object.entries(line).find(([key]) => key === kind)?.[1])}: ${Object.keys(line).sort().join(' ')}`))

const parsed = (text: string) => text.trim().split('\n').map((line) => JSON.parse(line) as object)

describe('a scenario of a reference situation', () => {
  it.skipIf(!isThere).each(GIVEN)('has for %s the fields of the reference, line by line', (name) => {
    const files = scenarioFiles(first(name))
    expect(fields(parsed(files['plots.jsonl']!), 's')).toEqual(fields(given(name, 'plots.jsonl')!, 's'))
    expect(fields(parsed(files['truth.jsonl']!), 'cls')).toEqual(fields(given(name, 'truth.jsonl')!, 'cls'))
    expect(fields(parsed(files['origin.jsonl']!), '')).toEqual(fields(given(name, 'origin.jsonl')!, ''))
  })

  it.skipIf(!isThere).each(GIVEN)('says of %s what the reference says, and no more', (name) => {
    const { plots: _, ...ours } = first(name).meta
    const { plots: __, note, ...theirs } = given(name, 'meta.json')![0]!
    expect({ ...ours, note }).toEqual({ ...theirs, note })
  })

  it.skipIf(!isThere).each(GIVEN)('has for %s about as many plots of each sensor', (name) => {
    const count = (lines: readonly object[]) => {
      const counts: Record<string, number> = {}
      for (const line of lines) {
        const s = String(Object.entries(line).find(([key]) => key === 's')![1])
        counts[s] = (counts[s] ?? 0) + 1
      }
      return counts
    }
    const theirs = count(given(name, 'plots.jsonl')!)
    const ours = count(first(name).plots)
    for (const [sensor, plots] of Object.entries(theirs)) {
      // Speeds, courses and drop-outs are drawn anew, so AIS counts vary more than a radar's.
      const tolerance = sensor.startsWith('R') ? 0.15 : 0.5
      expect(Math.abs(ours[sensor]! / plots - 1)).toBeLessThan(tolerance)
    }
  })
})

describe('every scenario', () => {
  it.each(Object.keys(FUSION_SCENARIOS))('%s is the same again from its seed, byte for byte', (name) => {
    expect(scenarioFiles(makeFusionScenario(name, 7)!)).toEqual(scenarioFiles(seventh(name)))
  })

  it.each(Object.keys(FUSION_SCENARIOS))('%s delivers its plots in order of arrival, numbered from 0', (name) => {
    const { plots, origin, meta } = seventh(name)
    expect(plots.map(({ p }) => p)).toEqual(plots.map((_, i) => i))
    expect(origin.map(({ p }) => p)).toEqual(plots.map((_, i) => i))
    expect(plots.every(({ ta }, i) => i === 0 || ta >= plots[i - 1]!.ta)).toBe(true)
    expect(meta.plots).toBe(plots.length)
  })

  it.each(Object.keys(FUSION_SCENARIOS))('%s names in each origin an object that the truth knows', (name) => {
    const { origin, truth } = seventh(name)
    const known = new Set(truth.map(({ id }) => id))
    const named = new Set(origin.flatMap(({ o }) => o?.split('+') ?? []))
    expect([...named].filter((id) => !known.has(id))).toEqual([])
  })

  it.each(Object.keys(FUSION_SCENARIOS))('%s holds only finite numbers', (name) => {
    const { plots, truth } = seventh(name)
    const numbers = [...plots, ...truth].flatMap((line) => Object.values(line)).filter((value) => typeof value === 'number')
    expect(numbers.every(Number.isFinite)).toBe(true)
  })

  it('differs from another seed, and from another situation of the same seed', () => {
    const places = (name: string, seed: number) => makeFusionScenario(name, seed)!.truth.slice(0, 3).map(({ x }) => x)
    expect(places('dark', 8)).not.toEqual(places('dark', 7))
    expect(places('spoof', 7)).not.toEqual(places('dark', 7))
  })

  it('does not exist under a name that no situation has', () => {
    expect(makeFusionScenario('atlantis', 1)).toBeUndefined()
    expect(makeFusionScenario('constructor', 1)).toBeUndefined()
  })
})
