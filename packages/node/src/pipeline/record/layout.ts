/**
 * A batch as bytes, little endian: what the pipeline hands to whoever keeps it.
 *
 * Header, 40 bytes: magic u32, version u32, run u32, texts u32 (where the table of texts begins), first and last receipt
 * f64, records u32, reserved u32. Then the records one after another, each beginning with its kind u8 and a mask u8 or
 * u16 of what it has. Last the table of texts, as a JSON array: sensors, numbers and claims are named by their place in it.
 */
export const MAGIC = 0x42_49_53_43
export const VERSION = 1
export const HEADER_BYTES = 40

export const KIND = { plot: 1, statement: 2, state: 3, info: 4, end: 5 } as const

/** What a plot has. */
export const PLOT = {
  simulated: 1, speed: 2, courseDeg: 4, headingDeg: 8, altitude: 16, sensorTrack: 32, claim: 64, polar: 128,
} as const

/** What a state has. */
export const STATE = {
  simulated: 1, isRevision: 2, speed: 4, courseDeg: 8, headingDeg: 16, altitude: 32, dark: 64, suspect: 128,
} as const

/** Bytes of the longest record. */
export const LONGEST = 160
