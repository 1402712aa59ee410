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
const RADAR = {
  sensorId: 'kingstown', rangeBias: 56, rangeSigma: 4, bearingBiasDeg: -0.67, bearingSigmaDeg: 0.03, timeBias: 0.1, timeSigma: 0.2, pairs: 312, vessels: 7,
  applied: true,
}
const panel = (...sources: SourceView[]) =>
  wordsOf(render(<SourcesPanel now={NOW} onCoverage={() => undefined} radar={undefined} onRadar={() => undefined} onClose={() => undefined} />, [[['sources'], sources]]))

describe('the source panel', () => {
  it('offers the picture of a radar that sends one', () => {
    expect(panel({ ...HILL, video: true })).toContain('Radar image')
    expect(panel(HILL)).not.toContain('Radar image')
  })

  it('says how a radar is set up, once that is learned', () => {
    const ignore = () => undefined
    const learned = render(
      <SourcesPanel now={NOW} onCoverage={ignore} radar={undefined} onRadar={ignore} onClose={ignore} />,
      [[['sources'], [HILL, { ...HILL, id: 'bequia', title: 'Bequia' }]], [['registrations'], { registrations: [RADAR] }]],
    )
    expect(wordsOf(learned).match(/Bearings read 0\.67° too low/g)).toHaveLength(1)
    expect(panel(HILL)).not.toContain('How this radar is set up')
  })

  it('says how a source is and how much it brings', () => {
    const words = panel(HILL)
    expect(words).toContain('Kingstown hill Open 41.3 messages/s')
    expect(words).toContain('Last heard 1 s')
    expect(words).toContain('messages/s tcp://10.0.0.4:4001 Last heard')
    expect(words).toContain('Owner VCT Format ais')
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

  it('says how late a source is, and what its clock seems to be', () => {
    const delay = { medianMs: 1234, p95Ms: 15_400, leastMs: 200 }
    expect(panel(HILL)).toContain('Delay – Clock –')
    expect(panel({ ...HILL, delay })).toContain('Delay 1.2 s (95 %: 15 s) Clock no error seen')
    expect(panel({ ...HILL, delay: { ...delay, leastMs: -3200 } })).toContain('Clock ahead by 3.2 s or more')
    expect(panel({ ...HILL, delay: { ...delay, leastMs: 120_000 } })).toContain('Clock slow or late by 2 min')
  })

  it('says how a source is set up', () => {
    const radar = { position: { lat: 13.01, lon: -61.23 }, antennaHeight: 120, options: { editions: '048=1.27' }, kind: 'asterix' }
    expect(panel({ ...HILL, ...radar })).toContain(
      'Format asterix editions 048=1.27 Position 13°00.600′N 061°13.800′W Antenna height 120 m',
    )
  })

  it('names those that should be open and are not', () => {
    const lost = panel(HILL, { ...HILL, id: 'b', title: 'Bequia', state: 'waiting' }, { ...HILL, id: 'c', title: 'Carriacou', state: 'disabled' })
    expect(lost).toContain('Not open: Bequia Kingstown hill')
    expect(panel(HILL)).not.toContain('Not open')
  })

  it('lets a source of the page be edited and deleted, and one of the file only disabled', () => {
    const ours = panel({ ...HILL, origin: 'page' })
    expect(ours).toContain('Disable Coverage Edit Delete')
    expect(ours).not.toContain('configuration file')
    const fixed = panel({ ...HILL, enabled: false, state: 'disabled' })
    expect(fixed).toContain('Disabled 41.3 messages/s')
    expect(fixed).toContain('Enable Coverage From the configuration file: change it there.')
    expect(fixed).not.toContain('Delete')
  })

  it('says that a node has none', () => {
    expect(panel()).toContain('This node has no sources.')
  })
})
