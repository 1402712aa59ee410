import type { PreviewLine } from '@csii/contract'
import { sensorKinds } from '@csii/codecs'
import { describe, expect, it } from 'vitest'
import type { SourceConfig } from '../platform/config.ts'
import { AUTO, createPreview } from './preview.ts'

/** Class A position report and the statement of a class A ship (the AIVDM document of the gpsd project). */
const REPORT = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n'
const STATEMENT =
  '!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\r\n!AIVDM,2,2,1,A,88888888880,2*25\r\n'

const source: SourceConfig = { id: 'a', title: 'A', kind: 'ais', url: 'tcp://192.0.2.1:1', nation: 'VCT', simulated: false }

function start(kind = 'ais') {
  const lines: PreviewLine[] = []
  const preview = createPreview({ source: { ...source, kind }, kinds: sensorKinds, tell: (line) => lines.push(line) })
  const hear = (text: string, receivedAt = Date.UTC(2026, 10, 24)) => preview.intake.offer('a', Buffer.from(text), receivedAt, false)
  return { preview, lines, hear }
}

describe('a preview', () => {
  it('shows plots, statements and problems as they come', () => {
    const { lines, hear } = start()
    hear(REPORT + STATEMENT + REPORT.replace('5C', '5D'))
    expect(lines).toMatchObject([
      { plot: { position: { lat: expect.closeTo(47.58, 2), lon: expect.closeTo(-122.35, 2) }, claim: { mmsi: 477553000 } } },
      { statement: { claim: { name: 'EVER DIADEM' } } },
      { problem: 'checksum', text: REPORT.replace('5C', '5D').trim() },
    ])
  })

  it('counts each second', () => {
    const { preview, lines, hear } = start()
    hear(`${REPORT}${REPORT}junk\n`)
    preview.second(200, 3)
    expect(lines.at(-1)).toMatchObject({
      counts: { bytes: 200, dropped: 3, received: 3, decoded: 1, duplicates: 1, plots: 1, statements: 0, unshown: 0, problems: { framing: 1 } },
    })
  })

  it('shows no more than people can follow, and says how much it leaves out', () => {
    const { preview, lines, hear } = start()
    hear('junk\n'.repeat(30))
    preview.second(150, 0)
    expect(lines).toHaveLength(6)
    expect(lines.at(-1)).toMatchObject({ counts: { unshown: 25, problems: { framing: 30 } } })
    hear('junk\n')
    expect(lines).toHaveLength(7)
  })

  it('reads no faster than it may, and goes on a second later', () => {
    const { preview, hear } = start()
    let resumed = 0
    expect(hear('x'.repeat(300_000))).toBe(true)
    expect(hear('x')).toBe(false)
    preview.intake.whenRoom('a', () => resumed++)
    preview.second(300_000, 0)
    expect(resumed).toBe(1)
    expect(hear('x')).toBe(true)
  })

  it('does not read a piece so large that everything else would wait', () => {
    const { lines, hear } = start()
    expect(hear(`${'x'.repeat(70)}\n`.repeat(20_000))).toBe(true)
    expect(lines).toMatchObject([{ problem: 'overflow', text: expect.stringMatching(/^x{70}\\x0a/) }])
  })

  it('recognises the format by itself, and reads what came before it knew', () => {
    const { preview, lines, hear } = start(AUTO)
    hear(REPORT.slice(0, 30), 1000)
    preview.second(30, 0)
    expect(lines).toMatchObject([{ problem: 'unrecognised', text: REPORT.slice(0, 30) }, { counts: { received: 0, bytes: 30 } }])
    hear(REPORT.slice(30), 2000)
    expect(lines.slice(2)).toMatchObject([{ kind: 'ais' }, { plot: { claim: { mmsi: 477553000 } } }])
  })

  it('reads what a connection left over when it ended', () => {
    const { preview, lines, hear } = start()
    hear(REPORT.trim())
    expect(lines).toEqual([])
    preview.intake.end('a', 1000)
    expect(lines).toMatchObject([{ plot: {} }])
  })
})
