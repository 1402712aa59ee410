import type { SensorKinds, SourceView } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { BEGUN, NO_PREVIEW, type PreviewState } from './preview-state.ts'
import { SourceDialog } from './source-dialog.tsx'

const CHOICES: SensorKinds = {
  kinds: [
    { id: 'ais', title: 'AIS over NMEA 0183', options: [] },
    {
      id: 'asterix', title: 'ASTERIX',
      options: [
        { key: 'editions', form: 'text', choices: [], usual: 'the newest', write: 'editions: 048=1.27.' },
        { key: 'dialect', form: 'choice', choices: ['old', 'young'], usual: 'young', write: 'dialect: old.' },
      ],
    },
  ],
  transports: [{ scheme: 'tcp:', form: 'tcp://host:port, or with ?idle=600' }, { scheme: 'carrier-pigeon:', form: 'carrier-pigeon://loft' }],
}
const RADAR: SourceView = {
  id: 'radar', title: 'Radar', kind: 'asterix', url: 'tcp://192.0.2.1:1', nation: 'VCT', simulated: false, origin: 'page', enabled: true,
  position: { lat: 13.01, lon: -61.23 }, antennaHeight: 120, options: { editions: '048=1.18' },
  state: 'open', messagesPerSecond: 0, bytes: 0, dropped: 0, received: 0, decoded: 0, duplicates: 0, pending: 0, problems: {},
}
const dialog = (source?: SourceView) =>
  render(<SourceDialog source={source} onClose={() => undefined} />, [[['sensor-kinds'], CHOICES]])

describe('the dialog that adds a source', () => {
  it('has a name, offers every way in and every format, and first to recognise it', () => {
    const html = dialog()
    expect(html).toMatch(/<dialog[^>]*aria-labelledby="describe-title"/)
    expect(wordsOf(html)).toContain('Add a source')
    expect(wordsOf(html)).toContain('Connection Choose … TCP, we connect (tcp:) carrier-pigeon:')
    expect(wordsOf(html)).toContain('Format Recognise it AIS over NMEA 0183 ASTERIX')
  })

  it('does not save what it does not know the format of', () => {
    expect(dialog()).toMatch(/<button type="submit"[^>]*disabled=""/)
    expect(wordsOf(dialog())).toContain('Choose the format, or test first')
    expect(dialog(RADAR)).not.toMatch(/<button type="submit"[^>]*disabled/)
  })

  it('names every field for those who do not see it', () => {
    const html = dialog(RADAR)
    const labelled = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id))
    const fields = [...html.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, id]) => id)
    expect(fields.length).toBeGreaterThan(7)
    expect(fields.filter((id) => !labelled.has(id))).toEqual([])
  })
})

describe('the dialog that changes a source', () => {
  it('begins with what the source is, and explains what its kind lets one set', () => {
    const html = dialog(RADAR)
    expect(wordsOf(html)).toContain('Edit Radar')
    for (const value of ['Radar', 'tcp://192.0.2.1:1', 'VCT', '13.01', '-61.23', '120', '048=1.18']) expect(html).toContain(`value="${value}"`)
    expect(wordsOf(html)).toContain('Written as: tcp://host:port, or with ?idle=600')
    expect(wordsOf(html)).toContain('editions Usual: the newest. Write editions: 048=1.27.')
    expect(wordsOf(html)).toContain('dialect as usual old young')
  })
})

describe('a live test', () => {
  const pane = (state: Partial<PreviewState>) => wordsOf(render(<PreviewPane preview={{ ...BEGUN, ...state }} kinds={CHOICES.kinds} />))

  it('is not there before it begins', () => {
    expect(wordsOf(render(<PreviewPane preview={NO_PREVIEW} kinds={[]} />))).toBe('')
  })

  it('shows the connection, why it is not open, and that nothing has come', () => {
    expect(pane({ connection: { state: 'waiting', detail: 'No answer' } })).toBe('Live test Waiting to call again No answer Nothing decoded yet.')
  })

  it('shows what was recognised, counted, decoded and refused', () => {
    const counts = {
      bytes: 12_345, received: 30, decoded: 20, duplicates: 0, pending: 0, problems: { checksum: 7, framing: 3 }, plots: 20, statements: 0,
      measurements: 0, unshown: 4, dropped: 1,
    }
    const words = pane({
      connection: { state: 'open' }, kind: 'ais', counts,
      observations: [{ number: 2, plot: { time: 1, position: { lat: 13, lon: -61 }, sigma: 10, claim: { mmsi: 377_000_001 } } }],
      problems: [{ number: 1, problem: 'checksum', text: '!AIVDM' }, { number: 0, problem: 'unrecognised', text: 'GET /' }],
    })
    expect(words).toContain('Open Recognised: AIS over NMEA 0183')
    expect(words).toContain('30 received, 20 decoded, 10 rejected, 12 345 bytes. 5 more not shown.')
    expect(words).toContain('377000001 13°00.000′N 061°00.000′W ± 10 m')
    expect(words).toContain('What cannot be read checksum !AIVDM format not recognised yet GET /')
  })

  it('says that it has ended, or why it did not begin', () => {
    expect(pane({ phase: 'ended' })).toBe('Live test The test has ended.')
    expect(pane({ phase: 'refused', why: 'Two previews run already.' })).toContain('The node refused. Two previews run already.')
    expect(pane({ phase: 'refused' })).toContain('The node did not answer. Try again.')
  })
})
