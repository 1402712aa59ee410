import type { Explanation, Judgement, Registration } from '@csii/model'
import { describe, expect, it } from 'vitest'
import { ship } from './fixtures/tracks.ts'
import { answerOf, type AskedTracker } from './tracker-answers.ts'

const explanation: Explanation = {
  trackId: 'T-1', existence: 0.99, motion: { steady: 0.9, turning: 0.1, manoeuvring: 0 }, taken: [], rejected: [], identities: [], judgements: [],
}
const registration: Registration = {
  sensorId: 'hill', rangeBias: 50, rangeSigma: 4, bearingBiasDeg: -0.6, bearingSigmaDeg: 0.03, timeBias: 0, timeSigma: 0.1, pairs: 90, vessels: 4, isApplied: true,
}
const judgement: Judgement = { id: 'D-1', by: 'JB', at: 5, decision: { kind: 'split', trackId: 'T-1', sensorId: 'hill' } }

/** A tracker that has two tracks, carries out one decision and refuses the others. */
function tracker(): AskedTracker {
  const decided = new Set<string>()
  return {
    tracks: new Map([['T-1', ship(1)], ['T-2', ship(2, { heardAt: 9000 })], ['SIM-3', ship(3, { id: 'SIM-3', simulated: true, heardAt: 9000 })]]),
    explain: (id) => (id === 'T-1' ? explanation : undefined),
    registrations: () => [registration],
    decide({ id }) {
      if (decided.size > 0) return 'They were seen apart.'
      decided.add(id)
      return undefined
    },
    undo: (id) => decided.delete(id),
  }
}

describe('the tracker, when it is asked', () => {
  it('describes a track, and says so when there is none', () => {
    expect(answerOf(tracker(), { of: 'track', id: 'T-1' })).toMatchObject({ track: { id: 'T-1' } })
    expect(answerOf(tracker(), { of: 'track', id: 'T-9' })).toEqual({ of: 'track', track: undefined })
  })

  it('explains a track', () => {
    expect(answerOf(tracker(), { of: 'explanation', id: 'T-1' })).toEqual({ of: 'explanation', explanation })
    expect(answerOf(tracker(), { of: 'explanation', id: 'T-2' })).toEqual({ of: 'explanation', explanation: undefined })
  })

  it('tells how each radar is set up', () => {
    expect(answerOf(tracker(), { of: 'registrations' })).toEqual({ of: 'registrations', registrations: [registration] })
  })

  it('carries out a decision or says why not, and takes one back once', () => {
    const one = tracker()
    expect(answerOf(one, { of: 'decision', judgement })).toEqual({ of: 'decision', refused: undefined })
    expect(answerOf(one, { of: 'decision', judgement })).toEqual({ of: 'decision', refused: 'They were seen apart.' })
    expect(answerOf(one, { of: 'undoing', id: 'D-1' })).toEqual({ of: 'undoing', undone: true })
    expect(answerOf(one, { of: 'undoing', id: 'D-1' })).toEqual({ of: 'undoing', undone: false })
  })

  it('gives the live tracks that were heard since, never a simulated one', () => {
    const answer = answerOf(tracker(), { of: 'live-tracks', heardAfter: 1000 })
    expect(answer.of === 'live-tracks' && answer.tracks.map(({ id }) => id)).toEqual(['T-2'])
  })
})
