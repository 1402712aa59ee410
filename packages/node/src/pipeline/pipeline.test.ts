import { afterEach, describe, expect, it, vi } from 'vitest'
import { startPipeline, type Pipeline, type PipelineOptions } from './pipeline.ts'
import { tracksHeld } from './table-reader.ts'

/** A class A position report of MMSI 477553000 (the AIVDM sample of the gpsd project). */
const REPORT = '!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n'

const started: Pipeline[] = []
afterEach(async () => {
  for (const pipeline of started.splice(0)) await pipeline.stop()
})

function start(more: Partial<PipelineOptions> = {}) {
  const failures: Error[] = []
  const pipeline = startPipeline({
    sensors: [{ id: 'kingstown', kind: 'ais', simulated: false }],
    clock: Date.now,
    onFailure: (error) => failures.push(error),
    ...more,
  })
  started.push(pipeline)
  const offer = (text: string) => pipeline.intake.offer('kingstown', Buffer.from(text), Date.now(), false)
  return { pipeline, failures, offer }
}

/** The worker starts when the machine lets it. */
const PATIENCE = { timeout: 20_000 }

describe('the pipeline worker', () => {
  it('reads what is offered, in whatever pieces, and shows it in the table', async () => {
    const { pipeline, offer } = start()
    for (const piece of [REPORT.slice(0, 20), REPORT.slice(20), '!AIVDM,junk\r\n']) expect(offer(piece)).toBe(true)
    await vi.waitFor(() => expect(tracksHeld(pipeline.table)).toBe(1), PATIENCE)
    await vi.waitFor(() => expect(pipeline.readings('kingstown').counts).toMatchObject({ received: 2, decoded: 1 }), PATIENCE)
    expect(pipeline.readings('kingstown').messagesPerSecond).toBeGreaterThan(0)
    expect(await pipeline.describe('T-1')).toMatchObject({ claim: { mmsi: 477553000 } })
    expect(await pipeline.describe('T-2')).toBeUndefined()
    const [junk] = await pipeline.inspect('kingstown')
    expect(Buffer.from(junk!.bytes).toString()).toBe('!AIVDM,junk')
    expect(await pipeline.liveTracks(0)).toHaveLength(1)
    expect(pipeline.delayMs()).toBe(0)
  })

  it('refuses bytes while too many wait, and says when there is room', async () => {
    const { pipeline, offer } = start({ maxBytesInFlight: 1000 })
    let taken = 0
    while (offer(REPORT)) taken++
    expect(taken).toBe(Math.floor(1000 / REPORT.length))
    await new Promise<void>((resolve) => pipeline.intake.whenRoom('kingstown', resolve))
    expect(offer(REPORT)).toBe(true)
  })

  it('takes sensors in, describes them anew and lets them go while it runs', async () => {
    const { pipeline } = start()
    const bequia = { id: 'bequia', kind: 'ais', simulated: false }
    const offerTo = (id: string) => pipeline.intake.offer(id, Buffer.from(REPORT), Date.now(), true)
    pipeline.install(bequia)
    offerTo('bequia')
    await vi.waitFor(() => expect(pipeline.readings('bequia').counts.decoded).toBe(1), PATIENCE)
    expect(pipeline.table.sensorIds.slice(0, 3)).toEqual(['kingstown', 'bequia'])
    pipeline.install({ ...bequia, simulated: true })
    expect(pipeline.readings('bequia').counts.decoded).toBe(0)
    offerTo('bequia')
    await vi.waitFor(() => expect(tracksHeld(pipeline.table)).toBe(2), PATIENCE)
    pipeline.remove('bequia')
    expect(() => offerTo('bequia')).toThrow('no sensor bequia')
    expect(tracksHeld(pipeline.table)).toBe(2)
  })

  it('reads two connections of one sensor apart', async () => {
    const { pipeline } = start()
    const half = (from: number, to: number, stream: number) =>
      pipeline.intake.offer('kingstown', Buffer.from(REPORT.slice(from, to)), Date.now(), false, stream)
    half(0, 20, 1)
    pipeline.intake.offer('kingstown', Buffer.from('!AIVDM,'), Date.now(), false, 2)
    half(20, REPORT.length, 1)
    pipeline.intake.end('kingstown', Date.now(), 2)
    await vi.waitFor(() => expect(pipeline.readings('kingstown').counts).toMatchObject({ received: 2, decoded: 1 }), PATIENCE)
  })

  it('reads the rest of a stream that ends', async () => {
    const { pipeline, offer } = start()
    offer(REPORT.trimEnd())
    pipeline.intake.end('kingstown', Date.now())
    await vi.waitFor(() => expect(tracksHeld(pipeline.table)).toBe(1), PATIENCE)
  })

  it('reads all it was given before it stops', async () => {
    const { pipeline, offer } = start()
    await pipeline.ready
    offer(REPORT)
    await pipeline.stop()
    expect(tracksHeld(pipeline.table)).toBe(1)
    expect(offer(REPORT)).toBe(false)
    await expect(pipeline.describe('T-1')).rejects.toThrow('has stopped')
  })

  it('says once that it failed, with the cause, and takes nothing more', async () => {
    const { pipeline, failures, offer } = start({ workerFile: new URL('./fixtures/dying-worker.ts', import.meta.url) })
    await pipeline.ready
    offer(REPORT)
    const unanswered = pipeline.describe('T-1')
    await expect(unanswered).rejects.toThrow('The pipeline worker failed')
    expect(failures.map(({ cause }) => String(cause))).toEqual(['Error: Unbearable bytes'])
    expect(offer(REPORT)).toBe(false)
  })

  it('fails to start when a sensor is of a kind that nobody reads', async () => {
    const { pipeline, failures } = start({ sensors: [{ id: 'x', kind: 'sonar', simulated: false }] })
    await expect(pipeline.ready).rejects.toThrow('The pipeline worker failed')
    expect(String(failures[0]?.cause)).toContain('sonar')
  })

  it('is asked about the sensors it has', () => {
    const { pipeline } = start()
    expect(() => pipeline.readings('nowhere')).toThrow('no sensor nowhere')
  })
})
