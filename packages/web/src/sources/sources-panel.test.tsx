import type { SourceView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { SourcesPanel } from './sources-panel.tsx'

const NOW = Date.UTC(2026, 10, 24, 3, 5, 9)
const HILL: SourceView = {
  id: 'kingstown',
  title: 'Kingstown hill',
  kind: 'ais',
  url: 'tcp://10.0.0.4:4001',
  nation: 'VCT',
  simulated: false,
  origin: 'file',
  enabled: true,
  state: 'open',
  lastHeardAt: NOW - 700,
  messagesPerSecond: 41.33,
  bytes: 9_000_000,
  dropped: 0,
  received: 182_341,
  decoded: 176_012,
  duplicates: 6000,
  pending: 3,
  problems: { checksum: 312, framing: 14, value: 0 },
}
const panel = (...sources: SourceView[]) =>
  wordsOf(render(<SourcesPanel now={NOW} onClose={() => undefined} />, [[['sources'], sources]]))

describe('the source panel', () => {
  it('says how a source is and how much it brings', () => {
    const words = panel(HILL)
    expect(words).toContain('Kingstown hill Open 41.3 messages/s')
    expect(words).toContain('Last heard 1 s')
    expect(words).toContain('Owner VCT Address tcp://10.0.0.4:4001')
  })

  it('accounts for every sentence, in groups of three digits', () => {
    const words = panel(HILL)
    expect(words).toContain(
      'Received 182 341 Decoded 176 012 Duplicates 6 000 Rejected 326 Dropped 0 Waiting for parts 3',
    )
  })

  it('gives the reasons for what was rejected, and none that did not occur', () => {
    const words = panel(HILL)
    expect(words).toContain('not the format 14 checksum 312')
    expect(words).not.toMatch(/ value \d/)
  })

  it('says why a source is not open, and that it was never heard', () => {
    const { lastHeardAt: _, ...silent } = HILL
    const words = panel({ ...silent, state: 'waiting', detail: 'Connection refused by 10.0.0.4:4001.' })
    expect(words).toContain('Waiting to call again')
    expect(words).toContain('Connection refused by 10.0.0.4:4001.')
    expect(words).toContain('Last heard never')
  })

  it('marks an exercise', () => {
    expect(panel({ ...HILL, simulated: true })).toContain('Kingstown hill SIM')
    expect(panel(HILL)).not.toContain('SIM')
  })

  it('says that a node has none', () => {
    expect(panel()).toContain('This node has no sources.')
  })
})
