import type { DecisionView, TrackDetail } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { ByHand } from './by-hand.tsx'
import { AllDecided } from './decided.tsx'
import { DETAIL, NOW } from './detail-fixture.ts'
import { Merging } from './merging.tsx'

const SPLIT: DecisionView = { id: 'D-1', kind: 'split', trackId: 'T-7', sensorId: 'hill', by: 'JB', at: NOW, state: 'standing' }

const section = (detail: TrackDetail | undefined, decisions: readonly DecisionView[] = []) =>
  render(<ByHand trackId="T-7" detail={detail} onMerge={() => undefined} />, [[['decisions'], { decisions }]])

describe('a person who knows better', () => {
  it('can split each sensor off, merge, and pin the identity that is stated', () => {
    expect(wordsOf(section(DETAIL))).toContain('By hand Split off kingstown Split off bequia Merge with another track Pin 375000001')
  })

  it('is offered no split of what one sensor sees, and no pin of what is pinned or states nothing', () => {
    const [kingstown] = DETAIL.contributors
    const alone = wordsOf(section({ ...DETAIL, contributors: [kingstown!], identity: { stated: '375000001', conflicting: false, pinned: true } }))
    expect(alone).not.toMatch(/Split off|Pin/)
    const { identity: _, ...nameless } = DETAIL
    expect(wordsOf(section(nameless))).not.toContain('Pin')
  })

  it('sees what was decided of the track, by whom and when, and can undo it even when the track is gone', () => {
    const merge: DecisionView = { ...SPLIT, id: 'D-2', kind: 'merge', trackId: 'T-3', otherId: 'T-7', by: 'console' }
    const words = wordsOf(section(undefined, [SPLIT, merge]))
    expect(words).toContain('hill split off T-7 JB, 03:05 UTC Undo T-3 merged with T-7 console, 03:05 UTC Undo')
    expect(section(undefined, [SPLIT])).toContain('aria-label="Undo: hill split off T-7"')
  })

  it('sees nothing of what was undone, has lapsed, or is about others', () => {
    const others: DecisionView[] = [{ ...SPLIT, state: 'undone' }, { ...SPLIT, state: 'lapsed' }, { ...SPLIT, trackId: 'T-70' }]
    expect(wordsOf(section(DETAIL, others))).not.toContain('split off T-7')
  })

  it('is asked for a name that is kept with what is decided', () => {
    expect(wordsOf(section(DETAIL))).toContain('Your name Kept with what you decide, and on this screen.')
  })
})

describe('all that people decided', () => {
  const all = (...decisions: DecisionView[]) => wordsOf(render(<AllDecided />, [[['decisions'], { decisions }]]))

  it('can be undone whatever became of the track, and says which pins wait', () => {
    const pin: DecisionView = { ...SPLIT, id: 'D-2', kind: 'pin', identity: '375000001', state: 'waiting' }
    expect(all(SPLIT, pin)).toBe(
      'Decided by people hill split off T-7 JB, 03:05 UTC Undo 375000001 pinned to T-7 JB, 03:05 UTC. Waits until the identity is heard. Undo',
    )
  })

  it('is nothing once all is undone', () => {
    expect(all({ ...SPLIT, state: 'undone' })).toBe('')
  })
})

describe('a merge', () => {
  const merging = (trackId: string | undefined) => wordsOf(render(<Merging first="T-7" trackId={trackId} onEnd={() => undefined} />))

  it('waits for the other track', () => {
    expect(merging('T-7')).toBe('Now select the other track, in the list or on the map. Cancel')
    expect(merging(undefined)).toContain('Now select the other track')
  })

  it('asks once more before it is done', () => {
    expect(merging('SIM-9')).toBe('Are T-7 and SIM-9 one vessel? Merge them Cancel')
  })
})
