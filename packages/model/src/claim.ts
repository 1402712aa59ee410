/** What sort of station an object says it is. The order is part of the picture's wire format: append only. */
export const STATIONS = [
  'unknown', 'class-a', 'class-b', 'base', 'aton', 'sar-aircraft', 'ais-sart', 'mob', 'epirb', 'craft',
  'aircraft', 'vehicle', 'person',
] as const
export type Station = (typeof STATIONS)[number]

/** What sort of trouble an object says it is in. */
export const EMERGENCIES = [
  'general', 'medical', 'minimum-fuel', 'no-communications', 'unlawful-interference', 'downed', 'man-overboard',
] as const
export type Emergency = (typeof EMERGENCIES)[number]

/** Whose side the reporter takes an object for (MIL-STD-2525, standard identity). */
export const AFFILIATIONS = ['pending', 'unknown', 'assumed-friend', 'friend', 'neutral', 'suspect', 'hostile'] as const
export type Affiliation = (typeof AFFILIATIONS)[number]

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
  /** The 24-bit address of an aircraft (ICAO Annex 10, volume III, chapter 9). */
  readonly icaoAddress?: number
  /** Mode A code: four octal digits. */
  readonly squawk?: string
  /** A name that one system of messages gives, unique in it: a CoT uid, a VMS number, a Signal K context. */
  readonly uid?: string
  /** Painted on the hull or tail: a registration. */
  readonly marking?: string
  /** ISO 3166-1 alpha-3. */
  readonly flag?: string
  readonly emergency?: Emergency
  readonly affiliation?: Affiliation
  readonly peopleOnBoard?: number
  /** What it looks like, in the words of whoever reports it. */
  readonly description?: string
}

export type ClaimField = keyof Claim
