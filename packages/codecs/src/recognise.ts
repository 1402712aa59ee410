import { sensorKinds } from './registry.ts'

/** The kind of sensor whose format bytes look like, or undefined. Any fragment of a stream will do, or a datagram. */
export const recogniseFormat = (bytes: Uint8Array): string | undefined =>
  sensorKinds.find(({ looksLike }) => looksLike?.(bytes))?.id
