import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import type { RadarPicture } from '../pipeline/messages.ts'
import type { SourceConfig } from '../platform/config.ts'
import { handleErrors } from '../platform/errors.ts'
import { createLog } from '../platform/log.ts'
import { observationRoutes } from './observation.routes.ts'

const radar: SourceConfig = {
  id: 'radar', title: 'Radar', kind: 'asterix', url: 'udp://239.0.0.1:8600', nation: 'VCT', simulated: false, position: { lat: 13, lon: -61 },
}
const { position: _, ...nowhere } = { ...radar, id: 'nowhere' }
const picture: RadarPicture = { time: 5, raster: { size: 2, reach: 9000, amplitudes: Uint8Array.of(0, 255, 128, 1) } }

const REGISTRATION = {
  sensorId: 'radar', rangeBias: 56, rangeSigma: 4, bearingBiasDeg: -0.67, bearingSigmaDeg: 0.03, timeBias: 0.1, timeSigma: 0.2, pairs: 312, vessels: 7,
  isApplied: true,
}

async function ask(path: string) {
  const app = Fastify()
  handleErrors(app, createLog('silent'))
  await app.register(observationRoutes, {
    ingest: { list: () => [radar, nowhere].map((source) => ({ source, state: 'open', detail: undefined, bytes: 0, dropped: 0, openings: 1 })) },
    measurements: async (sensorId) => [
      { sensorId, time: 3, receivedAt: 4, simulated: true, asset: 'urn:mrn:imo:mmsi:377123000', path: 'propulsion.port.runTime', value: 3600 },
    ],
    registrations: async () => [REGISTRATION, { ...REGISTRATION, sensorId: 'new', timeSigma: Infinity }],
    radarPicture: async (id) => (id === 'silent' ? undefined : picture),
  })
  return app.inject(path)
}

describe('what a source tells beside plots', () => {
  it('are the values of equipment on board', async () => {
    expect((await ask('/api/sources/radar/measurements')).json()).toEqual({
      measurements: [{ asset: 'urn:mrn:imo:mmsi:377123000', path: 'propulsion.port.runTime', value: 3600, time: 3, simulated: true }],
    })
  })

  it('is the picture of a radar, with where and how large it is', async () => {
    expect((await ask('/api/sources/radar/radar-image')).json()).toEqual({
      time: 5, position: { lat: 13, lon: -61 }, reach: 9000, size: 2, amplitudes: Buffer.from([0, 255, 128, 1]).toString('base64'),
    })
  })

  it('is how well each radar is set up, once that is known', async () => {
    const { isApplied, ...found } = REGISTRATION
    expect((await ask('/api/registrations')).json()).toEqual({ registrations: [{ ...found, applied: isApplied }] })
  })

  it.each([
    ['/api/sources/nowhere/radar-image', 'NO_RADAR_IMAGE'],
    ['/api/sources/nobody/radar-image', 'SOURCE_NOT_FOUND'],
    ['/api/sources/nobody/measurements', 'SOURCE_NOT_FOUND'],
  ])('is refused in a sentence where there is none: %s', async (path, code) => {
    const answer = await ask(path)
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ code })
  })
})
