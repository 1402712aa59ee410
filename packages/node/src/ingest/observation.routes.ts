import { MeasurementList, Problem, RadarImage, RegistrationList } from '@csii/contract'
import type { Measurement, Registration } from '@csii/model'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RadarPicture } from '../pipeline/messages.ts'
import { refusal } from '../platform/errors.ts'
import type { Ingest } from './ingest.ts'

export interface ObservationPorts {
  readonly ingest: Pick<Ingest, 'list'>
  readonly measurements: (sensorId: string) => Promise<readonly Measurement[]>
  readonly registrations: () => Promise<readonly Registration[]>
  readonly radarPicture: (sensorId: string) => Promise<RadarPicture | undefined>
}

const Params = Type.Object({ id: Type.String({ maxLength: 64 }) })

/** What sources tell beside plots: the values of equipment on board, the picture of a radar, and how well it is set up. */
export const observationRoutes: FastifyPluginAsyncTypebox<ObservationPorts> = async (app, ports) => {
  function find(id: string) {
    const found = ports.ingest.list().find(({ source }) => source.id === id)
    if (!found) throw refusal('SOURCE_NOT_FOUND', `There is no source ${id}. /api/sources lists them.`)
    return found.source
  }

  app.get('/api/registrations', { schema: { response: { 200: RegistrationList } } }, async () => {
    const registrations = await ports.registrations()
    return { registrations: registrations.filter(isKnown).map(({ isApplied, ...found }) => ({ ...found, applied: isApplied })) }
  })

  const measured = { params: Params, response: { 200: MeasurementList, 404: Problem } }
  app.get('/api/sources/:id/measurements', { schema: measured }, async (request) => {
    const { id } = find(request.params.id)
    const measurements = await ports.measurements(id)
    return { measurements: measurements.map(({ asset, path, value, time, simulated }) => ({ asset, path, value, time, simulated })) }
  })

  const seen = { params: Params, response: { 200: RadarImage, 404: Problem } }
  app.get('/api/sources/:id/radar-image', { schema: seen }, async (request) => {
    const { id, position } = find(request.params.id)
    const picture = await ports.radarPicture(id)
    if (!picture || !position) {
      throw refusal('NO_RADAR_IMAGE', `${id} sends no radar video, or nobody has set where its antenna stands.`)
    }
    const { time, raster: { size, reach, amplitudes } } = picture
    return { time, position, reach, size, amplitudes: Buffer.from(amplitudes).toString('base64') }
  })
}

/** Of one that nothing is known of yet, a standard deviation may be infinite, which JSON cannot say. */
const isKnown = (registration: Registration): boolean =>
  Object.values(registration).every((value) => typeof value !== 'number' || Number.isFinite(value))
