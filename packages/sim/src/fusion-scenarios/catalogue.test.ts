import { describe, expect, it } from 'vitest'
import { areReferencesThere, REFERENCES, referenceScenario } from '../../oracles/reference.ts'
import { FUSION_SCENARIOS, makeFusionScenario } from './catalogue.ts'
import { scenarioFiles } from './files.ts'
import type { FusionScenario } from './format.ts'

const isThere = areReferencesThere()

/** Several tests look at the same scenarios; each is made once. */
const seventh = kept((name: string) => makeFusionScenario(name, 7)!)
const first = kept((name: string) => makeFusionScenario(name, 1)!)

function kept(make: (name: string) => FusionScenario): (name: string) => FusionScenario {
  const made = new Map<string, FusionScenario>()
  return (name) => made.get(name) ?? made.set(name, make(name)).get(name)!
}

/** Which fields the lines of a file have, by kind of line. */
const fields = <T extends object>(lines: readonly T[], kind: (line: T) => string) =>
  new Set(lines.map((line) => `${kind(line)}: ${Object.keys(line).sort().join(' ')}`))

const countBySensor = ({ plots }: FusionScenario) => {
  const counts = new Map<string, number>()
  for (const { s } of plots) counts.set(s, (counts.get(s) ?? 0) + 1)
  return counts
}

describe('a scenario of a reference situation', () => {
  it.skipIf(!isThere).each(REFERENCES)('has for %s the fields of the reference, line by line', (name) => {
    const [ours, theirs] = [first(name), referenceScenario(name, 1)]
    expect(fields(ours.plots, ({ s }) => s)).toEqual(fields(theirs.plots, ({ s }) => s))
    expect(fields(ours.truth, ({ cls }) => cls)).toEqual(fields(theirs.truth, ({ cls }) => cls))
    expect(fields(ours.origin, () => '')).toEqual(fields(theirs.origin, () => ''))
    expect(Object.keys(ours.bias ?? {})).toEqual(Object.keys(theirs.bias ?? {}))
  })

  it.skipIf(!isThere).each(REFERENCES)('says of %s what the reference says, and no more', (name) => {
    const { plots: _, note, ...ours } = first(name).meta
    const { plots: __, note: ___, ...theirs } = referenceScenario(name, 1).meta
    expect(note).toMatch(/^\w/)
    expect(ours).toEqual(theirs)
  })

  it.skipIf(!isThere).each(REFERENCES)('has for %s about as many plots of each sensor', (name) => {
    const ours = countBySensor(first(name))
    for (const [sensor, plots] of countBySensor(referenceScenario(name, 1))) {
      // Speeds, courses and drop-outs are drawn anew, so counts of AIS vary more than a radar's.
      expect(Math.abs(ours.get(sensor)! / plots - 1)).toBeLessThan(sensor.startsWith('R') ? 0.15 : 0.5)
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
