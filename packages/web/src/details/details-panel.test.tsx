import type { TrackDetail } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { DETAIL, NOW, TRACK } from './detail-fixture.ts'
import { DetailsPanel } from './details-panel.tsx'

const panel = (detail?: TrackDetail, merging?: string) =>
  render(
    <DetailsPanel
      trackId={detail?.track.id}
      now={NOW}
      locale="en"
      onShow={() => undefined}
      onClose={() => undefined}
      onExplain={() => undefined}
      merging={merging}
      onMerging={() => undefined}
    />,
    detail ? [[['track', detail.track.id], detail]] : [],
  )

describe('the details', () => {
  it('ask for a track while none is selected', () => {
    expect(wordsOf(panel())).toContain('Select a track on the map or in the list.')
  })

  it('give every claim with its source and its age', () => {
    const words = wordsOf(panel(DETAIL))
    expect(words).toContain('Name ADMIRAL BAY kingstown 1 min')
    expect(words).toContain('Name ADMIRAL B bequia 2 h 00')
    expect(words).toContain('MMSI 375000001 kingstown 2 s')
  })

  it('give every receiver that heard her', () => {
    expect(wordsOf(panel(DETAIL))).toContain('Heard by kingstown 212 positions 9 s bequia 3 positions 2 h 00')
  })

  it('tell where else somebody used her identity, and how fast she would have been', () => {
    const conflict = { sensorId: 'bequia', time: NOW - 30_000, lat: 11, lon: -60, impliedSpeed: 257 }
    const words = wordsOf(panel({ ...DETAIL, track: { ...TRACK, conflicting: true }, conflicts: [conflict] }))
    expect(words).toContain('Identity conflict')
    expect(words).toContain('bequia Reported at 11°00.000′N 060°00.000′W, which would need 500 kn 30 s')
  })

  it('mark exercises, distress and tests of it', () => {
    const marked = (changes: Partial<typeof TRACK>) => wordsOf(panel({ ...DETAIL, track: { ...TRACK, ...changes } }))
    expect(marked({ simulated: true })).toContain('SIMULATED')
    expect(marked({ distress: true })).toContain('DISTRESS')
    expect(marked({ distress: true, test: true })).not.toContain('DISTRESS')
    expect(marked({})).not.toContain('SIMULATED')
  })

  it('say how likely it is dark or elsewhere than it says, and why', () => {
    const doubted = wordsOf(panel({
      ...DETAIL, track: { ...TRACK, dark: 0.97, suspect: 0.86 }, darkness: { probability: 0.97, since: NOW, missedReports: 31 },
    }))
    expect(doubted).toContain('dark 0.97 suspect 0.86')
    expect(doubted).toContain('What the node concludes Dark (0.97): it is seen, and transmits nothing.')
    expect(wordsOf(panel(DETAIL))).not.toMatch(/dark 0|suspect 0/)
  })

  it('ask whether two are one, while a track is to be merged', () => {
    expect(wordsOf(panel(DETAIL, 'T-3'))).toContain('Are T-3 and T-7 one vessel?')
    expect(wordsOf(panel(DETAIL))).not.toContain('one vessel')
  })

  it('lead to the explanation', () => {
    expect(wordsOf(panel(DETAIL))).toContain('Explain')
    expect(panel(DETAIL)).toContain('aria-keyshortcuts="e"')
  })

  it('offer no way to a place that nobody knows', () => {
    const { fix: _, ...nowhere } = TRACK
    expect(wordsOf(panel(DETAIL))).toContain('Show on map')
    expect(wordsOf(panel({ ...DETAIL, track: nowhere }))).not.toContain('Show on map')
  })
})
