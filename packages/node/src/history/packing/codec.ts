import type { Plot } from '@csii/model'
import type { StateRecord } from '../../pipeline/record/records.ts'

const pack = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const unpack = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
export const packPlots = (plots: readonly Plot[]): Uint8Array => pack(plots)
export const unpackPlots = (bytes: Uint8Array): Plot[] => unpack(bytes) as Plot[]
export const packStates = (states: readonly StateRecord[]): Uint8Array => pack(states)
export const unpackStates = (bytes: Uint8Array, window: { from?: number; until?: number } = {}): StateRecord[] =>
  (unpack(bytes) as StateRecord[]).filter(({ time }) => time >= (window.from ?? -Infinity) && time <= (window.until ?? Infinity))
