import type { SensorAlert } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { render, wordsOf } from '../text/render-fixture.tsx'
import { SensorAlerts } from './sensor-alerts.tsx'

const NOON = Date.UTC(2026, 10, 24, 12)
const DEAD: SensorAlert = {
  sourceId: 'hill',
  title: 'Kingstown hill',
  simulated: false,
  state: 'dead',
  since: NOON - 65_000,
  raisedAt: NOON - 40_000,
  reason: 'silent',
  numbers: { silent: 65, normal: 12 },
}
const alerts = (...raised: SensorAlert[]) =>
  render(<SensorAlerts now={NOON} onOpenSources={() => undefined} />, [[['sensor-alerts'], raised]])

describe('the notice of sensors that no longer hear', () => {
  it('says nothing while all hear, but is there for a screen reader to listen to', () => {
    expect(alerts()).toBe('<div class="sensor-alerts" role="status" aria-label="Sensors that no longer hear"></div>')
  })

  it('names the sensor, since when, and why', () => {
    expect(wordsOf(alerts(DEAD))).toBe(
      'Kingstown hill Dead 1 min Nothing heard, though it usually speaks within 12 s. Show sources',
    )
  })

  it('is not read out each second: what ticks is hidden from a screen reader', () => {
    expect(alerts(DEAD)).toMatch(/aria-hidden="true">1 min</)
  })

  it('tells a deaf sensor from a dead one, and an exercise from both', () => {
    const deaf: SensorAlert = {
      ...DEAD,
      state: 'deaf',
      reason: 'few-objects',
      numbers: { heard: 1, usual: 40 },
      simulated: true,
    }
    expect(wordsOf(alerts(deaf))).toContain(
      'Kingstown hill SIM Deaf 1 min Objects heard in the last hour: 1. Usual: 40.',
    )
  })

  it('shows three and counts the others', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((sourceId) => ({ ...DEAD, sourceId, title: sourceId }))
    const html = alerts(...many)
    expect(html.match(/<li/g)).toHaveLength(3)
    expect(wordsOf(html)).toContain('and 2 more')
  })
})
