/** What sort of station an object says it is. The order is part of the picture's wire format: append only. */
export const STATIONS = [
  'unknown', 'class-a', 'class-b', 'base', 'aton', 'sar-aircraft', 'ais-sart', 'mob', 'epirb', 'craft',
] as const
export type Station = (typeof STATIONS)[number]

/** Distances from the reporting antenna to the four sides of the hull, in metres. */
export interface Dimensions {
  readonly bow: number
  readonly stern: number
  readonly port: number
  readonly starboard: number
}

/** The identity and condition an object states about itself. Evidence, not truth: anyone can transmit anything. */
export interface Claim {
  readonly mmsi?: number
  readonly station?: Station
  readonly name?: string
  readonly callSign?: string
  readonly imo?: number
  /** ITU-R M.1371-5 table 53, 0 to 99. */
  readonly shipType?: number
  /** ITU-R M.1371-5 table 74, for aids to navigation: 0 to 31. */
  readonly aidType?: number
  readonly virtualAid?: boolean
  readonly dimensions?: Dimensions
  readonly draught?: number
  readonly destination?: string
  /** As stated: month-day hour:minute UTC, `MM-DDThh:mmZ`. */
  readonly eta?: string
  /** ITU-R M.1371-5 table 45: 0 to 14; 15 is absent. */
  readonly navigationStatus?: number
  /** A distress device being tested, by its own word. */
  readonly test?: boolean
}

export type ClaimField = keyof Claim
