export {
  decodePayload, encodeMessage, gpsdMessage, scaleMessage, type AisMessage, type Description, type Payload,
} from './ais/message.ts'
export { ais, aisKind, type AisOptions } from './ais/sensor.ts'
export { timeOfValidity, type TimeReference } from './ais/validity.ts'
export { type Stated } from './nmea/stated.ts'
export { readTagBlock, writeTagBlock, type SentenceGroup, type TagBlock } from './nmea/tag-block.ts'
export { toSentences, type SentenceOptions } from './nmea/to-sentences.ts'
export { VdmReader, type MessageTaker, type Outcome } from './nmea/vdm-reader.ts'
export { sensorKinds } from './registry.ts'
export { createSharedMemory, type SharedMemoryOptions } from './shared-memory.ts'
