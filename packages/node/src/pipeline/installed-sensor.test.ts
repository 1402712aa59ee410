import { describe, expect, it } from 'vitest'
import type { Plot, SensorKind, SensorSite } from '@csii/model'
import { letters } from './fixtures/letters.ts'
import { InstalledSensor, MAX_STREAMS } from './installed-sensor.ts'

const shared = { heardBefore: () => false }

function install(kind: SensorKind = letters) {
  const plots: Plot[] = []
  const sensor = new InstalledSensor({ id: 'a', kind: 'letters', simulated: false }, kind, shared, {
    plot: (plot) => plots.push(plot),
    statement() {},
  })
  const hear = (stream: number, text: string | undefined, receivedAt = 1000) =>
    sensor.take({ stream, bytes: text === undefined ? undefined : Buffer.from(text), receivedAt, datagram: false })
  return { sensor, plots, hear }
}

/** Counts how many readers were opened, and says what each was opened with. */
function watched(): { kind: SensorKind; sites: SensorSite[] } {
  const sites: SensorSite[] = []
  return { sites, kind: { ...letters, open: (site, memory) => (sites.push(site), letters.open(site, memory)) } }
}

describe('an installed sensor', () => {
  it('has a reader for each of its streams, and one sum of what they read', () => {
    const { kind, sites } = watched()
    const { sensor, hear } = install(kind)
    hear(1, 'ab')
    hear(2, 'c!')
    hear(1, 'd')
    expect(sites).toHaveLength(2)
    expect(sensor.counts()).toMatchObject({ received: 5, decoded: 4, problems: { framing: 1 } })
  })

  it('keeps what a stream read that is over, and begins afresh when it comes again', () => {
    const { kind, sites } = watched()
    const { sensor, hear } = install(kind)
    hear(1, 'ab')
    hear(1, undefined)
    hear(1, 'c')
    expect(sites).toHaveLength(2)
    expect(sensor.counts()).toMatchObject({ received: 3, decoded: 3 })
    expect(sensor.rejected()).toMatchObject([{ problem: 'incomplete' }])
  })

  it('is not troubled by the end of a stream that never began', () => {
    const { sensor, hear } = install()
    hear(9, undefined)
    expect(sensor.counts().received).toBe(0)
  })

  it('takes the stream that was silent longest for ended when too many are open', () => {
    const { sensor, hear } = install()
    for (let stream = 0; stream < MAX_STREAMS; stream++) hear(stream, 'a')
    hear(0, 'a')
    expect(sensor.rejected()).toEqual([])
    hear(MAX_STREAMS, 'a')
    expect(sensor.rejected()).toHaveLength(1)
    hear(0, undefined)
    hear(1, undefined)
    expect(sensor.rejected()).toHaveLength(2)
    expect(sensor.counts().decoded).toBe(MAX_STREAMS + 2)
  })

  it('was last heard when it last said something valid', () => {
    const { sensor, hear } = install()
    expect(sensor.lastHeardAt).toBeUndefined()
    hear(0, 'a', 1000)
    hear(0, '!', 2000)
    expect(sensor.lastHeardAt).toBe(1000)
  })

  it('tells how late it is', () => {
    const { sensor, hear } = install()
    hear(0, 'a', 1000)
    expect(sensor.delay(1000)).toEqual({ medianMs: 0, p95Ms: 0, p05Ms: 0, leastMs: 0 })
  })

  it('is opened with all that the technician said of it', () => {
    const { kind, sites } = watched()
    const site = { position: { lat: 13, lon: -61 }, antennaHeight: 25, options: { editions: '048=1.27' }, simulated: true }
    const sensor = new InstalledSensor({ id: 'a', kind: 'letters', ...site }, kind, shared, { plot() {}, statement() {} })
    sensor.take({ stream: 0, bytes: Uint8Array.of(97), receivedAt: 0, datagram: true })
    expect(sites).toEqual([{ sensorId: 'a', ...site }])
  })
})
