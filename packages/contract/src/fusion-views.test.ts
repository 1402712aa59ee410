import { describe, expect, it } from 'vitest'
import { Compile } from 'typebox/compile'
import { DECISION_KINDS, DECISION_STATES, DecisionView, NewDecision, Undoing } from './decision-view.ts'
import { ExplanationView, REJECTION_REASONS } from './explanation-view.ts'
import { RegistrationView } from './registration-view.ts'
import { SUSPICION_REASONS, TrackDetail } from './track-view.ts'

const detail = {
  track: { id: 'T-1', simulated: false, heardAt: 1, station: 'class-b', means: 'ais', conflicting: false, distress: false, test: false, sensors: 1 },
  existence: 0.99, revision: 0, claims: [], contributors: [], conflicts: [],
}

describe('what fusion believes of a track', () => {
  const schema = Compile(TrackDetail)
  const darkness = { probability: 0.97, since: 1, missedReports: 30.5 }

  it.each(SUSPICION_REASONS)('may be doubted because of %s', (reason) => {
    expect(schema.Check({ ...detail, darkness, suspicion: { probability: 0.9, reason, since: 1 } })).toBe(true)
  })

  it('may have an identity that nobody has weighed', () => {
    expect(schema.Check({ ...detail, identity: { stated: '377000001', conflicting: false, pinned: true } })).toBe(true)
  })

  it.each([
    ['is likelier than certain', { existence: 1.01 }],
    ['does not say how likely it exists', { existence: undefined }],
    ['is dark without evidence', { darkness: { probability: 0.9 } }],
    ['is doubted for no reason', { suspicion: { probability: 0.9, reason: 'mood', since: 1 } }],
    ['was revised less than never', { revision: -1 }],
  ])('is none when it %s', (_what, change) => {
    expect(schema.Check({ ...detail, ...change })).toBe(false)
  })
})

describe('the explanation of a track', () => {
  const schema = Compile(ExplanationView)
  const plot = { sensorId: 'hill', time: 1, lat: 13, lon: -61, distanceSquared: 2 }
  const bare = {
    trackId: 'T-1', existence: 1, motion: { steady: 1, turning: 0, manoeuvring: 0 }, taken: [], rejected: [], identities: [], judgements: [],
  }

  it.each(REJECTION_REASONS)('may say of a plot that it was turned away as %s', (because) => {
    expect(schema.Check({ ...bare, taken: [{ ...plot, weight: 0.4 }], rejected: [{ ...plot, because }, { ...plot, because, takenBy: 'T-2' }] })).toBe(true)
  })

  it('gives no plot without its weight, nor turns one away without a reason', () => {
    expect(schema.Check({ ...bare, taken: [plot] })).toBe(false)
    expect(schema.Check({ ...bare, rejected: [plot] })).toBe(false)
    expect(schema.Check({ ...bare, taken: [{ ...plot, weight: 1, distanceSquared: -1 }] })).toBe(false)
  })
})

describe('a decision', () => {
  const asked = Compile(NewDecision)
  const kept = Compile(DecisionView)
  const split = { kind: 'split', trackId: 'T-1', sensorId: 'hill' }

  it.each(DECISION_KINDS)('may be a %s', (kind) => {
    expect(asked.Check({ ...split, kind })).toBe(true)
  })

  it.each([
    ['is of no kind', { kind: undefined }],
    ['is about no track', { trackId: '' }],
    ['is about more than a track can be called', { trackId: 'T'.repeat(65) }],
    ['says what no decision says', { because: 'I know' }],
    ['is by somebody of control characters', { by: 'J\nB' }],
  ])('is none when it %s', (_what, change) => {
    expect(asked.Check({ ...split, ...change })).toBe(false)
  })

  it('may be by anybody whose name has letters, of any alphabet', () => {
    for (const by of ['Sgt. Browne', 'Zoë', '港務局', '']) {
      expect(asked.Check({ ...split, by })).toBe(true)
      expect(Compile(Undoing).Check({ by })).toBe(true)
    }
  })

  it.each(DECISION_STATES)('is kept with who, when and that it is %s', (state) => {
    expect(kept.Check({ ...split, id: 'D-1', by: 'JB', at: 5, state })).toBe(true)
    expect(kept.Check({ ...split, id: 'D-1', state })).toBe(false)
  })
})

describe('how a radar is set up', () => {
  const schema = Compile(RegistrationView)
  const hill = {
    sensorId: 'hill', rangeBias: -30, rangeSigma: 4, bearingBiasDeg: 0.6, bearingSigmaDeg: 0.03, timeBias: 0, timeSigma: 0.1, pairs: 9, vessels: 2, applied: false,
  }

  it('is told with how well it is known', () => {
    expect(schema.Check(hill)).toBe(true)
    expect(schema.Check({ ...hill, rangeSigma: -1 })).toBe(false)
    expect(schema.Check({ ...hill, bearingSigmaDeg: undefined })).toBe(false)
    expect(schema.Check({ ...hill, vessels: 1.5 })).toBe(false)
  })
})
