import type { DecodeProblem } from '@csii/model'

// Contract between the message tables and their users; the tables' author replaces the body, not the names.
export interface AisMessage {
  readonly type: number
  readonly repeat: number
  readonly mmsi: number
}
export type DecodePayload = (ascii: Uint8Array, from: number, to: number, fillBits: number) => AisMessage | DecodeProblem
export type EncodeMessage = (message: AisMessage) => { readonly payload: string; readonly fillBits: number }
