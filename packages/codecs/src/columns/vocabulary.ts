import { ANGLES, LENGTHS, NUMBERS, SPEEDS, type Units } from './quantity.ts'

/** What a column can hold. */
export interface ColumnKind {
  /** Of numbers; the first is meant where nobody says. Absent for text. */
  readonly units?: Units
  /**
   * Usual headers in English, Spanish, French and Dutch, separated by commas; case, accents and marks do not matter.
   */
  readonly headers: string
}

/** The columns that a format uses, by the key that stands for each in a mapping. */
export type Vocabulary = Readonly<Record<string, ColumnKind>>

/** Where and when: what every plot needs, and what says half of it. */
export const PLACE_AND_TIME: Vocabulary = {
  time: {
    headers:
      'time stamp, timestamp, date time, datetime, date/time, time utc, utc, utc time, position time, gps time,' +
      'report time, message time, last position time, timestamp utc, datetime utc, detect timestamp,' +
      'acquisition time, date mscan, fecha y hora, fecha hora, fecha/hora, fechahora, marca de tiempo,' +
      'date et heure, date heure, horodatage, datum tijd, datum en tijd, datum/tijd, tijdstip, observation time,' +
      'event time, start time',
  },
  lat: {
    headers:
      'lat, latitude, latitud, breedtegraad, breedte, lat deg, lat dnb, detect lat, position lat, latdd, gps lat',
  },
  lon: {
    headers:
      'lon, long, lng, longitude, longitud, lengtegraad, lengte, lon deg, lon dnb, detect lon, position lon, londd,' +
      'gps lon',
  },
  ns: { headers: 'ns, n/s, lat dir, lat hemisphere, latitude hemisphere, hemisferio lat' },
  ew: { headers: 'ew, e/w, e/o, lon dir, lon hemisphere, longitude hemisphere, hemisferio lon' },
}

/** Headers of a date alone and of a time of day alone: together they are a time. */
export const DATES =
  'date, fecha, datum, position date, report date, gps date, date utc, utc date, fecha utc, dia, jour'
export const CLOCKS = 'time, hora, heure, tijd, utc time, time utc, gps time, position time, hora utc, heure utc'

export const SPEED: ColumnKind = {
  units: SPEEDS,
  headers: 'speed, sog, speed over ground, velocidad, rapidez, vitesse, vitesse fond, snelheid, spd',
}
export const COURSE: ColumnKind = {
  units: ANGLES,
  headers: 'course, cog, course over ground, rumbo, curso, cap, route, route fond, koers, crs',
}
export const HEADING: ColumnKind = {
  units: ANGLES,
  headers: 'heading, hdg, true heading, proa, orientation, voorligging',
}
export const LENGTH: ColumnKind = {
  units: LENGTHS,
  headers:
    'length, length m, inferred length m, estimated length, vessel length, vessel length m, eslora, longueur, lengte m',
}
export const SCORE: ColumnKind = {
  units: NUMBERS,
  headers:
    'score, confidence, presence score, inferred presence, presence, detection score, confianza, confiance,' +
    'probability',
}
