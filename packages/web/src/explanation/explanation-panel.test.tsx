import type { ExplanationView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { ExplanationPanel } from './explanation-panel.tsx'

const NOW = Date.UTC(2026, 10, 24, 3, 5, 9)
const plot = { sensorId: 'hill', lat: 13.1, lon: -61.2 }
const EXPLANATION: ExplanationView = {
  trackId: 'T-7', existence: 0.97, motion: { steady: 0.8, turning: 0.15, manoeuvring: 0.05 },
  taken: [
    { ...plot, time: NOW - 3000, distanceSquared: 4, weight: 0.615 },
    { ...plot, sensorId: 'kingstown', time: NOW - 9000, distanceSquared: 6.25, weight: 1 },
  ],
  rejected: [
    { ...plot, time: NOW - 5000, distanceSquared: 9, because: 'nearer-to-another', takenBy: 'T-9' },
    { ...plot, time: NOW - 65_000, distanceSquared: 16, because: 'held-apart' },
  ],
  identities: [{ identity: '375000001', probability: 0.9 }, { identity: '375000009', probability: 0.1 }],
  judgements: [{ id: 'D-1', kind: 'pin', trackId: 'T-7', identity: '375000001', by: 'JB', at: NOW, state: 'standing' }],
}

function html(explanation: ExplanationView | undefined, trackId = explanation?.trackId): string {
  const ignore = () => undefined
  return render(
    <ExplanationPanel trackId={trackId} now={NOW} onTrack={ignore} onDetails={ignore} onClose={ignore} />,
    explanation ? [[['explanation', explanation.trackId], explanation]] : [],
  )
}
const words = (changes: Partial<ExplanationView> = {}) => wordsOf(html({ ...EXPLANATION, ...changes }))

describe('the explanation of a track', () => {
  it('asks for a track while none is selected', () => {
    expect(wordsOf(html(undefined))).toContain('Select a track on the map or in the list, to have it explained.')
  })

  it('gives each plot that was taken: its sensor, age, distance and weight', () => {
    expect(words()).toContain('Plots taken Source Age Distance Weight hill 3 s 2.0 σ 62 % kingstown 9 s 2.5 σ 100 %')
  })

  it('gives each plot that was turned away with the reason, and who took it instead', () => {
    expect(words()).toContain('Why hill 5 s 3.0 σ nearer to another track, taken by T-9 hill 1 min 4.0 σ held apart by a person')
  })

  it('is headed by a name, or by the track alone', () => {
    expect(words()).toContain('Unnamed Track T-7 Really there 0.97')
  })

  it('tells how it moves, whose identity it could have, and what people decided', () => {
    expect(words()).toContain('How it moves Holds course and speed 0.80 Turns 0.15 Manoeuvres 0.05')
    expect(words()).toContain('Identities it has or could have 375000001 0.90 Pin 375000009 0.10 Pin')
    expect(words()).toContain('Decided by people 375000001 pinned to T-7 JB, 03:05 UTC')
  })

  it('draws a disc for each plot taken and a cross for each turned away, and says the same in words', () => {
    const drawn = html(EXPLANATION)
    expect([drawn.match(/class="taken"/g), drawn.match(/class="rejected"/g)].map((found) => found?.length)).toEqual([2, 2])
    expect(words()).toContain('2 taken, 2 turned away; 1/2 of those taken within the line that should hold 95 %.')
  })

  it('leaves out what there is not', () => {
    const bare = words({ taken: [], rejected: [], identities: [], judgements: [] })
    expect(bare).toContain('Plots taken None. Plots turned away None.')
    expect(bare).not.toMatch(/Identities|Decided|How far/)
  })

  it('shows the thirty newest of many plots', () => {
    const many = Array.from({ length: 100 }, (_, n) => ({ ...plot, time: NOW - 1000 * n, distanceSquared: 1, weight: 0.5 }))
    expect(html({ ...EXPLANATION, taken: many, rejected: [] }).match(/<th scope="row">/g)).toHaveLength(30)
  })
})
