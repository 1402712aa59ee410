import { describe, expect, it } from 'vitest'
import { chanceOf } from './fixtures/chance.ts'
import { NOON, offer, RadarWater, watch, type Bias, type Water } from './fixtures/water.ts'
import { createRegistrar } from './registrar.ts'

const learnt = (water: Water, seconds: number, bias: Bias) => {
  const registrar = createRegistrar()
  watch(registrar, new RadarWater(water), seconds, bias)
  return { registrar, correction: registrar.correctionOf('radar'), registration: registrar.all()[0]! }
}
const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1)

describe('a radar that errs by more than its tracks and AIS can be associated over', () => {
  it.each([
    { range: 60, bearingDeg: -0.7 },
    { range: 120, bearingDeg: 0.9 },
    { range: -100, bearingDeg: 2 },
  ])('is found out within four turns: $range m and $bearingDeg°', (bias) => {
    for (const seed of SEEDS.slice(0, 10)) {
      const { correction } = learnt({ seed }, 13, bias)
      expect(correction.isApplied).toBe(true)
      expect(Math.abs(correction.bearingDeg - bias.bearingDeg)).toBeLessThan(0.35)
    }
  })

  it('is known within a twentieth after ten minutes', () => {
    const { correction, registration } = learnt({}, 600, { range: 100, bearingDeg: 0.8 })
    expect(Math.abs(correction.range - 100)).toBeLessThan(5)
    expect(Math.abs(correction.bearingDeg - 0.8)).toBeLessThan(0.04)
    expect(registration).toMatchObject({ sensorId: 'radar', isApplied: true, vessels: 8 })
    expect(registration.pairs).toBeGreaterThan(1000)
  })

  it('is found out among clutter', () => {
    const { correction } = learnt({ clutter: 2, vessels: 12 }, 30, { range: 110, bearingDeg: -0.9 })
    expect(Math.abs(correction.bearingDeg + 0.9)).toBeLessThan(0.2)
  })
})

describe('a radar that is set up well', () => {
  it.each<[string, Water]>([
    ['with few vessels', { vessels: 2 }],
    ['among clutter', { clutter: 3 }],
    ['with vessels that lie', { liars: 3, vessels: 12 }],
    ['with hulls of which the antenna is far from the middle', { largeHulls: 2 }],
    ['in a crowd', { vessels: 120, clutter: 3 }],
  ])('is left alone %s', (_, water) => {
    for (const seed of SEEDS.slice(0, 5)) {
      const registrar = createRegistrar()
      const here = new RadarWater({ ...water, seed })
      for (let minute = 0; minute < 5; minute++) {
        watch(registrar, here, 60)
        const { range, bearingDeg } = registrar.correctionOf('radar')
        expect(Math.abs(range)).toBeLessThan(15)
        expect(Math.abs(bearingDeg)).toBeLessThan(0.08)
      }
    }
  })
})

describe('what is said of the error of a bias', () => {
  it('holds: the bias lies within two deviations in nine of ten waters, for any number of vessels', () => {
    const chance = chanceOf(99)
    let [trials, onRange, onBearing] = [0, 0, 0]
    for (const seed of [...SEEDS, ...SEEDS.map((each) => each + 1000)]) {
      const bias = { range: 120 * chance.normal(), bearingDeg: 0.6 * chance.normal(), time: 0.2 * chance.normal() }
      const water = { seed, vessels: 3 + Math.floor(12 * chance.even()), offset: 2 + 15 * chance.even() }
      const registrar = createRegistrar()
      const here = new RadarWater(water)
      for (let turn = 0; turn < 60; turn++) for (const pair of here.turn(bias)) registrar.observe(pair)
      const { rangeBias, rangeSigma, bearingBiasDeg, bearingSigmaDeg } = registrar.all()[0]!
      trials++
      if (Math.abs(rangeBias - bias.range) < 2 * rangeSigma) onRange++
      if (Math.abs(bearingBiasDeg - bias.bearingDeg) < 2 * bearingSigmaDeg) onBearing++
    }
    expect(onRange / trials).toBeGreaterThanOrEqual(0.9)
    expect(onBearing / trials).toBeGreaterThanOrEqual(0.9)
  })

  it('does not fall below what one vessel can tell, however long it is watched', () => {
    const { registration } = learnt({ vessels: 1 }, 3600, { range: 0, bearingDeg: 0 })
    expect(registration.rangeSigma).toBeGreaterThan(40)
  })

  it('is that of the belief before where no vessel moves enough to tell the time', () => {
    expect(learnt({ fastest: 0.1 }, 300, { range: 50, bearingDeg: 0 }).registration.timeSigma).toBeCloseTo(0.3, 2)
    const { registration } = learnt({ fastest: 25, vessels: 20 }, 600, { range: 50, bearingDeg: 0, time: 0.8 })
    expect(registration.timeSigma).toBeLessThan(0.15)
    expect(Math.abs(registration.timeBias - 0.8)).toBeLessThan(0.3)
  })
})

describe('a radar whose antenna is turned by a technician', () => {
  it.each([0.25, 0.7, -1.5])('is learnt again within a minute: by %f°', (turned) => {
    const registrar = createRegistrar()
    const water = new RadarWater({ vessels: 10 })
    watch(registrar, water, 900, { range: 70, bearingDeg: 0.5 })
    const before = registrar.version('radar')
    watch(registrar, water, 60, { range: 70, bearingDeg: 0.5 + turned })
    expect(Math.abs(registrar.correctionOf('radar').bearingDeg - 0.5 - turned)).toBeLessThan(0.12)
    if (Math.abs(turned) > 0.4) expect(registrar.version('radar')).toBeGreaterThan(before)
  })

  it('is not thought to be turned for one vessel that drifts from what it says', () => {
    const registrar = createRegistrar()
    const water = new RadarWater({ vessels: 10 })
    watch(registrar, water, 300)
    for (let turn = 0; turn < 60; turn++) {
      offer(registrar, water.turn({ range: 0, bearingDeg: 0 }).map((pair) =>
        pair.objectId === '327000003' ? { ...pair, rangeResidual: pair.rangeResidual + turn * 4 } : pair))
    }
    expect(Math.abs(registrar.all()[0]!.rangeBias)).toBeLessThan(12)
  })
})

describe('pairs', () => {
  it('of one time tell the same in any order, to the last bit', () => {
    const [one, other] = [createRegistrar(), createRegistrar()]
    const water = new RadarWater({ clutter: 1 })
    for (let turn = 0; turn < 40; turn++) {
      const pairs = water.turn({ range: 80, bearingDeg: 0.6 }).map((pair) => ({ ...pair, time: NOON + turn * 3000 }))
      for (const pair of pairs) one.observe(pair)
      for (const pair of pairs.toReversed()) other.observe(pair)
    }
    expect(one.all()).toEqual(other.all())
    expect(one.correctionOf('radar')).toEqual(other.correctionOf('radar'))
  })

  it('count from the first plot of a later second', () => {
    const registrar = createRegistrar()
    const pairs = new RadarWater({ vessels: 20 }).turn({ range: 60, bearingDeg: 0 })
    for (const pair of pairs) registrar.observe({ ...pair, time: NOON })
    expect(registrar.correctionOf('radar', NOON + 999).isApplied).toBe(false)
    expect(registrar.correctionOf('radar', NOON + 1000).isApplied).toBe(true)
  })

  it('of one radar say nothing of another', () => {
    const { registrar } = learnt({}, 60, { range: 100, bearingDeg: 0 })
    expect(registrar.correctionOf('other')).toMatchObject({ range: 0, bearingDeg: 0, time: 0, isApplied: false })
    expect(registrar.version('other')).toBe(0)
  })

  it('with numbers that are none change nothing', () => {
    const { registrar } = learnt({}, 60, { range: 100, bearingDeg: 0.5 })
    const before = registrar.all()
    const [pair] = new RadarWater().turn({ range: 0, bearingDeg: 0 })
    for (const key of Object.keys(pair!).filter((each) => each !== 'sensorId' && each !== 'objectId')) {
      for (const value of [NaN, Infinity, -Infinity]) {
        registrar.observe({ ...pair!, time: NOON + 70_000, [key]: value })
        registrar.candidate({ ...pair!, time: NOON + 70_000, [key]: value })
      }
    }
    expect(registrar.all()).toEqual(before)
  })

  it('of a clock that jumps ahead and back do not stop the learning', () => {
    const registrar = createRegistrar()
    const water = new RadarWater()
    const [pair] = water.turn({ range: 0, bearingDeg: 0 })
    registrar.observe({ ...pair!, time: NOON + 86_400_000 })
    watch(registrar, water, 60, { range: 100, bearingDeg: 0.7 })
    expect(registrar.correctionOf('radar').range).toBeGreaterThan(80)
  })
})
