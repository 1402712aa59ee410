// What the rest of the codec and its users need of the message tables.
export type { AisMessage } from './catalogue.ts'
export { decodePayload } from './decode.ts'
export { gpsdMessage, scaleMessage, type Description } from './describe.ts'
export { encodeMessage, type Payload } from './encode.ts'
export { fullName } from './quirks.ts'
export { readable } from './text.ts'
