import { describe, expect, it } from 'vitest'
import { render, wordsOf, type Answers } from '../text/render-fixture.tsx'
import { FiledReport } from './filed-report.tsx'
import { FILED, NOW } from './reading-fixture.ts'
import { RecentSighting } from './recent-sightings.tsx'
import { EMPTY_DRAFT, type SightingDraft } from './sighting-draft.ts'
import { SightingPanel } from './sighting-panel.tsx'
import { Understood } from './understood.tsx'

const nothing = () => undefined

function panel(draft: Partial<SightingDraft> = {}, answers: Answers = []): string {
  const desk = { draft: { ...EMPTY_DRAFT, ...draft }, edit: nothing, isPicking: false, pick: nothing, take: () => false }
  return render(<SightingPanel desk={desk} now={NOW} middle={{ lat: 13, lon: -61 }} onShow={nothing} onClose={nothing} />, answers)
}

describe('the form for a sighting', () => {
  it('has a name, and asks in words first', () => {
    const html = panel()
    expect(html).toMatch(/<section class="panel sighting" aria-labelledby="sighting-title">/)
    expect(html).toMatch(/<textarea id="sighting-words"[^>]*maxLength="459"[^>]*aria-describedby="sighting-words-help"/i)
    expect(wordsOf(html)).toContain('SIGHT 1305N 06115W 3 POB GOFAST 270 35KT')
  })

  it('files nothing while nothing is said', () => {
    expect(panel()).toMatch(/<button type="submit"[^>]*disabled=""/)
    expect(panel({ text: 'SIGHT 1305N 06115W' })).not.toMatch(/<button type="submit"[^>]*disabled/)
  })

  it('names every field for those who do not see it', () => {
    const html = panel({ form: 'fields' })
    const labelled = new Set([...html.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id))
    const fields = [...html.matchAll(/<(?:input|select)[^>]* id="([^"]+)"/g)].map(([, id]) => id)
    expect(fields.length).toBeGreaterThan(11)
    expect(fields.filter((id) => !labelled.has(id))).toEqual([])
  })

  it('takes an exercise for granted where all that the node hears is simulated', () => {
    const source = (simulated: boolean, origin = 'file') => ({ simulated, origin })
    const box = (...sources: object[]) => /<input type="checkbox"[^>]*>/.exec(panel({}, [[['sources'], sources]]))?.[0]
    expect(box(source(true), source(false, 'built-in'))).toContain('checked')
    expect(box(source(true), source(false))).not.toContain('checked')
    expect(box(source(false, 'built-in'))).not.toContain('checked')
  })
})

describe('what the node understands', () => {
  const told = (reading?: typeof FILED, error: Error | null = null) => render(<Understood reading={reading} error={error} now={NOW} />)

  it('is told politely', () => {
    expect(told()).toMatch(/role="status" aria-live="polite"/)
    expect(wordsOf(told())).toContain('Nothing is said yet.')
  })

  it('has what is missing, what meant nothing and whether it is an exercise', () => {
    const words = wordsOf(told({ ...FILED, simulated: true, understood: { language: 'en', howSeen: 'radar' } }))
    expect(words).toContain('SIMULATED')
    expect(words).toContain('Not said: Kind, People on board, Course (COG), Speed (SOG), Seen at. Ask the reporter.')
    expect(words).toContain('Not understood, and kept as it is: XYZZY')
  })

  it('is nothing of before when the report cannot be read', () => {
    expect(wordsOf(told(FILED, new Error('lost')))).toBe('What the node understands The node did not answer. Try again.')
  })
})

describe('a filed report', () => {
  it('gives its number and the sentence to read back, in its own language', () => {
    const html = render(<FiledReport filed={FILED} onShow={nothing} />)
    expect(wordsOf(html)).toContain('Filed as VCT-REPORT-7. Read this back: Recibido: lancha rapida.')
    expect(html).toContain('<blockquote lang="es">')
    expect(html).not.toContain('SIMULATED')
  })

  it('is found again by what was said', () => {
    const row = (report: object) => wordsOf(render(<RecentSighting sighting={{ filed: { ...FILED, simulated: true }, report }} now={NOW} onShow={nothing} />))
    expect(row({ text: 'AVISTADO' })).toBe('VCT-REPORT-7 SIM 11:59:00 UTC · 1 min AVISTADO 13°04.998′N 061°15.000′W')
    expect(row({ where: '1305N 06115W', description: 'low in the water' })).toContain('low in the water')
    expect(row({ where: '1305N 06115W' })).toContain('Recibido')
  })
})
