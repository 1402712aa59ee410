import { describe, expect, it } from 'vitest'
import { chance, normal } from '../chance.ts'
import { consistency } from './consistency.ts'
import { matchedEpochs } from './score.ts'
import type { TrackLine, TruthLine } from './scenario.ts'

const meta = { name: 'ellipses', seed: 1, score_dt: 10 }
const P = { cxx: 900, cxy: 300, cyy: 400 }

interface Fleet {
  readonly seed: number
  readonly objects?: number
  readonly epochs?: number
  /** Correlation of an object's error from one epoch to the next. */
  readonly memory?: number
  /** How much larger the errors are than the covariance says, for each object. */
  readonly excess?: (object: number) => number
}

/** Vessels far apart, each with one track whose error is normal with the covariance P, times what it is in excess. */
function runOf({ seed, objects = 12, epochs = 60, memory = 0, excess = () => 1 }: Fleet) {
  const [a, b] = [Math.sqrt(P.cxx), P.cxy / Math.sqrt(P.cxx)]
  const c = Math.sqrt(P.cyy - b * b)
  const truth: TruthLine[] = []
  const tracks: TrackLine[] = []
  for (let object = 0; object < objects; object++) {
    let [u, v] = [normal(seed, object, 1), normal(seed, object, 2)]
    for (let epoch = 0; epoch < epochs; epoch++) {
      const innovation = Math.sqrt(1 - memory ** 2)
      if (epoch > 0) {
        u = u * memory + normal(seed, object, 1, epoch) * innovation
        v = v * memory + normal(seed, object, 2, epoch) * innovation
      }
      const state = { t: epoch * 10, x: object * 10_000, y: 0, vx: 0, vy: 0, ident: null }
      const scale = excess(object)
      truth.push({ ...state, id: `T${object}`, cls: 'vessel', vis: true, dark: null })
      tracks.push({ ...state, id: `K${object}`, x: state.x + scale * a * u, y: scale * (b * u + c * v), ...P })
    }
  }
  return matchedEpochs({ meta, truth, tracks })
}

const fleet = (of: Fleet) => consistency([runOf(of)])!

const shareInBand = (of: Omit<Fleet, 'seed'>, trials = 80): number =>
  Array.from({ length: trials }, (_, seed) => fleet({ ...of, seed })).filter(({ neesInBand }) => neesInBand).length /
  trials

describe('an ellipse that means what it says', () => {
  it('has a mean NEES of 2 and holds as many errors as it says', () => {
    const { nees, inside50, inside95, neesSamples } = fleet({ seed: 3, objects: 40, epochs: 200 })
    expect(neesSamples).toBe(8000)
    expect(nees).toBeCloseTo(2, 1)
    expect(inside50).toBeCloseTo(0.5, 1)
    expect(inside95).toBeCloseTo(0.95, 2)
  })

  it('is in the band in some 95 of 100 cases while errors are independent', () => {
    expect(shareInBand({})).toBeGreaterThan(0.9)
    expect(shareInBand({})).toBeLessThan(0.99)
  })

  it.each([0.5, 0.8, 0.95])('and also while each error remembers %d of the one before', (memory) => {
    expect(shareInBand({ memory })).toBeGreaterThan(0.88)
  })

  it('and also when an error stays through the whole time: then an object is worth little more than one sample', () => {
    expect(shareInBand({ memory: 0.9999 })).toBeGreaterThan(0.85)
    const { neesEffective } = fleet({ seed: 1, memory: 0.9999, objects: 30 })
    expect(neesEffective).toBeLessThan(90)
  })
})

describe('several runs together', () => {
  const runs = [1, 2, 3, 4].map((seed) => runOf({ seed, memory: 0.8 }))

  it('are worth more than one, as objects of their own', () => {
    const [one, all] = [consistency(runs.slice(0, 1))!, consistency(runs)!]
    expect(all.neesSamples).toBe(4 * one.neesSamples)
    expect(all.neesHigh - all.neesLow).toBeLessThan((one.neesHigh - one.neesLow) / 1.5)
  })

  it('are judged the same in any order', () => {
    const [all, turned] = [consistency(runs)!, consistency(runs.toReversed())!]
    expect(turned.nees).toBeCloseTo(all.nees, 9)
    expect(turned.neesLow).toBeCloseTo(all.neesLow, 6)
  })
})

describe('the worth of samples', () => {
  it('is nearly their number while they are independent, and by theory less while they remember', () => {
    const worth = (memory: number) => {
      const { neesEffective, neesSamples } = fleet({ seed: 5, memory, objects: 60, epochs: 200 })
      return neesEffective / neesSamples
    }
    expect(worth(0)).toBeGreaterThan(0.85)
    // The square of a normal variable of correlation r has correlation r²: an effective share of (1 − r²)/(1 + r²).
    for (const memory of [0.5, 0.8, 0.9]) {
      const expected = (1 - memory ** 2) / (1 + memory ** 2)
      expect(worth(memory) / expected).toBeGreaterThan(0.7)
      expect(worth(memory) / expected).toBeLessThan(1.3)
    }
  })

  it('does not depend on how large the errors are', () => {
    const [honest, wrong] = [fleet({ seed: 9, memory: 0.7 }), fleet({ seed: 9, memory: 0.7, excess: () => 3 })]
    expect(wrong.neesEffective).toBeCloseTo(honest.neesEffective, 6)
    expect(wrong.nees).toBeCloseTo(honest.nees * 9, 6)
  })
})

describe('an ellipse that does not', () => {
  it('is above the band where errors are half as large again', () => {
    const found = fleet({ seed: 2, memory: 0.8, excess: () => 1.5 })
    expect(found.nees).toBeGreaterThan(found.neesHigh)
    expect(found.inside95).toBeLessThan(0.88)
    expect(shareInBand({ memory: 0.8, excess: () => 1.5 })).toBeLessThan(0.05)
  })

  it('is below the band where errors are two thirds', () => {
    const found = fleet({ seed: 2, memory: 0.8, excess: () => 2 / 3 })
    expect(found.nees).toBeLessThan(found.neesLow)
    expect(shareInBand({ memory: 0.8, excess: () => 2 / 3 })).toBeLessThan(0.05)
  })

  it('is given away by the shares inside where too large and too small make a good mean', () => {
    const { inside50, inside95, nees } = fleet({
      seed: 4,
      objects: 40,
      excess: (object) => (object % 2 === 0 ? 1.38 : 0.3),
    })
    expect(nees).toBeCloseTo(2, 0)
    expect(inside50).toBeGreaterThan(0.6)
    expect(inside95).toBeLessThan(0.93)
  })
})

describe('tracks without a covariance', () => {
  it('are not judged', () => {
    const state = { t: 0, x: 0, y: 0, vx: 0, vy: 0, ident: null }
    const truth = [{ ...state, id: 'T', cls: 'vessel', vis: true, dark: null }]
    expect(consistency([matchedEpochs({ meta, truth, tracks: [{ ...state, id: 'K' }] })])).toBeUndefined()
    expect(consistency([matchedEpochs({ meta, truth, tracks: [{ ...state, id: 'K', ...P }] })])).toMatchObject({
      nees: 0,
      neesSamples: 1,
      neesEffective: 1,
      inside50: 1,
    })
  })

  it('or left out by whoever asks, neither', () => {
    const keys = Array.from({ length: 5 }, (_, index) => chance(index))
    const state = { t: 0, y: 0, vx: 0, vy: 0, ident: null }
    const truth = keys.map((_, index) => ({
      ...state,
      x: index * 1e4,
      id: `T${index}`,
      cls: 'vessel',
      vis: true,
      dark: null,
    }))
    const tracks = keys.map((_, index) => ({ ...state, x: index * 1e4, id: index, ...P }))
    const epochs = matchedEpochs({ meta, truth, tracks })
    expect(consistency([epochs], ({ track }) => track.id !== 3)?.neesSamples).toBe(4)
  })
})
