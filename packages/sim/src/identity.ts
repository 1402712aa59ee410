/**
 * Invented identities. The country is right (ITU maritime identification digits, ITU Radio Regulations appendix 42 for
 * call signs); the rest is taken from corners of the numbering plans where real vessels are not expected.
 */
export interface Flag {
  readonly mid: number
  /** First characters of the country's call signs. */
  readonly callSign: string
}

export const FLAGS = {
  VCT: { mid: 377, callSign: 'J8' },
  LCA: { mid: 343, callSign: 'J6' },
  BRB: { mid: 314, callSign: '8P' },
  GRD: { mid: 330, callSign: 'J3' },
  TTO: { mid: 362, callSign: '9Y' },
  DMA: { mid: 325, callSign: 'J7' },
  ATG: { mid: 305, callSign: 'V2' },
  MTQ: { mid: 347, callSign: 'FM' },
  GLP: { mid: 329, callSign: 'FG' },
  VEN: { mid: 775, callSign: 'YV' },
  PAN: { mid: 372, callSign: 'HP' },
  LBR: { mid: 636, callSign: 'D5' },
  MHL: { mid: 538, callSign: 'V7' },
  MLT: { mid: 249, callSign: '9H' },
  BHS: { mid: 311, callSign: 'C6' },
  CYM: { mid: 319, callSign: 'ZG' },
  GBR: { mid: 235, callSign: 'MX' },
  FRA: { mid: 227, callSign: 'FA' },
  USA: { mid: 338, callSign: 'WD' },
  NLD: { mid: 244, callSign: 'PD' },
  DEU: { mid: 211, callSign: 'DK' },
  NOR: { mid: 257, callSign: 'LK' },
  SWE: { mid: 265, callSign: 'SF' },
  CAN: { mid: 316, callSign: 'VC' },
} as const satisfies Record<string, Flag>
export type FlagName = keyof typeof FLAGS

/** MIDxxxxxx (ITU-R M.585): six digits that begin with 97. */
export const shipMmsi = (flag: FlagName, serial: number): number => FLAGS[flag].mid * 1_000_000 + 970_000 + serial

/** 00MIDxxxx (ITU-R M.585), beginning with 97. */
export const coastMmsi = (flag: FlagName, serial: number): number => FLAGS[flag].mid * 10_000 + 9_700 + serial

/** 99MIDaxxx (ITU-R M.585): a is 1 for a physical aid to navigation and 6 for a virtual one. */
export const aidMmsi = (flag: FlagName, serial: number, isVirtual: boolean): number =>
  990_000_000 + FLAGS[flag].mid * 10_000 + (isVirtual ? 6_000 : 1_000) + 970 + serial

/** 111MIDaxx (ITU-R M.585): a is 1 for an aeroplane. */
export const aircraftMmsi = (flag: FlagName, serial: number): number =>
  111_000_000 + FLAGS[flag].mid * 1_000 + 197 + serial

/** 970XXYYYY (ITU-R M.585): maker 00 is nobody. */
export const sartMmsi = (serial: number): number => 970_000_000 + 9_700 + serial

export function callSignOf(flag: FlagName, serial: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const letter = letters[Math.floor(serial / 26) % 26]! + letters[serial % 26]!
  return `${FLAGS[flag].callSign}Q${letter}${Math.floor(serial / 676)}`
}

/** Ship numbers begin with 5 to 9, or lately 1; these begin with 3. The check digit is right. */
export function imoOf(serial: number): number {
  const digits = 390_000 + serial
  const sum = [...String(digits)].reduce((total, digit, index) => total + Number(digit) * (7 - index), 0)
  return digits * 10 + (sum % 10)
}
