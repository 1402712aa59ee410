/**
 * The live picture on the wire: one binary WebSocket frame, little endian.
 *
 * Header, 48 bytes
 * | at | type | what |
 * |---|---|---|
 * | 0 | u16 | magic 0x4353 |
 * | 2 | u8 | version 2 |
 * | 3 | u8 | kind: 1 snapshot (forget every contact you hold), 2 delta |
 * | 4 | u32 | epoch: changes when the node restarts and serials start afresh |
 * | 8 | f64 | revision: give it back to resume |
 * | 16 | f64 | node time, epoch ms UTC |
 * | 24 | u32 | tracks in the whole picture |
 * | 28 | u32 | tracks inside the view |
 * | 32 | u32 | contacts in this frame |
 * | 36 | u32 | serials removed in this frame |
 * | 40 | u32 | bytes of names |
 * | 44 | u32 | reserved, 0 |
 *
 * Then the contacts of 44 bytes each, the removed serials (u32), and the UTF-8 names one after another.
 * A number the object did not state travels as the highest value of its field.
 */
import { encodeUtf8, decodeUtf8 } from './utf8.ts'

export const SNAPSHOT = 1
export const DELTA = 2
export const HEADER_BYTES = 48
export const CONTACT_BYTES = 44
const MAGIC = 0x4353
const VERSION = 2
const NAME_UNCHANGED = 0xffff

/** Bits of a contact's flags. */
export const FLAG = { simulated: 1, conflicting: 2, distress: 4, test: 8 } as const

/** From these probabilities on an object is called dark, or its position suspect: so that few are called so wrongly. */
export const CALLED = { dark: 0.9, suspect: 0.8 } as const

/** A probability travels as one byte, in steps of this. */
const PROBABILITY_STEPS = 254

/** One track as the picture shows it. */
export interface Contact {
  readonly serial: number
  readonly flags: number
  /** Of the sensor that placed it last: index into `MEANS` of the model. */
  readonly means: number
  /** Index into `STATIONS` of the model. */
  readonly station: number
  readonly navigationStatus?: number | undefined
  readonly shipType?: number | undefined
  readonly sensors: number
  readonly mmsi?: number | undefined
  readonly lat: number
  readonly lon: number
  /** m/s over ground. */
  readonly speed?: number | undefined
  readonly courseDeg?: number | undefined
  readonly headingDeg?: number | undefined
  /** One standard deviation of the position, metres. */
  readonly sigma: number
  /** When it was last where it is shown: time of validity, epoch ms. */
  readonly time: number
  /** Probability that it does not transmit although it would be heard here, 0 to 1. Absent where nobody can judge. */
  readonly dark?: number | undefined
  /** Probability that it is not where it says, 0 to 1. Absent where nothing speaks against it. */
  readonly suspect?: number | undefined
  /** Absent when the client has it already. */
  readonly name?: string | undefined
}

export interface PictureFrame {
  readonly kind: typeof SNAPSHOT | typeof DELTA
  readonly epoch: number
  readonly revision: number
  readonly nodeTime: number
  readonly tracksTotal: number
  readonly tracksInView: number
  readonly contacts: readonly Contact[]
  readonly removed: readonly number[]
}

export function encodeFrame(frame: PictureFrame): Uint8Array {
  const names = frame.contacts.map(({ name }) => (name === undefined ? undefined : encodeUtf8(name)))
  const nameBytes = names.reduce((sum, name) => sum + (name?.length ?? 0), 0)
  const bytes = new Uint8Array(
    HEADER_BYTES + CONTACT_BYTES * frame.contacts.length + 4 * frame.removed.length + nameBytes,
  )
  const view = new DataView(bytes.buffer)
  writeHeader(view, frame, nameBytes)
  let at = HEADER_BYTES
  frame.contacts.forEach((contact, index) => {
    writeContact(view, at, contact, names[index]?.length)
    at += CONTACT_BYTES
  })
  for (const serial of frame.removed) {
    view.setUint32(at, serial, true)
    at += 4
  }
  for (const name of names) {
    if (!name) continue
    bytes.set(name, at)
    at += name.length
  }
  return bytes
}

/** Reads a frame, or gives undefined when the bytes are not one: another version, or cut short. */
export function decodeFrame(bytes: Uint8Array): PictureFrame | undefined {
  if (bytes.length < HEADER_BYTES) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kind = view.getUint8(3)
  if (view.getUint16(0, true) !== MAGIC || view.getUint8(2) !== VERSION) return undefined
  if (kind !== SNAPSHOT && kind !== DELTA) return undefined
  const count = view.getUint32(32, true)
  const removals = view.getUint32(36, true)
  const nameBytes = view.getUint32(40, true)
  const removedAt = HEADER_BYTES + CONTACT_BYTES * count
  const namesAt = removedAt + 4 * removals
  if (bytes.length !== namesAt + nameBytes) return undefined

  let nameAt = namesAt
  const contacts = Array.from({ length: count }, (_, index) => {
    const at = HEADER_BYTES + CONTACT_BYTES * index
    const length = view.getUint16(at + 38, true)
    const end = length === NAME_UNCHANGED ? nameAt : nameAt + length
    const name = length === NAME_UNCHANGED ? undefined : decodeUtf8(bytes, nameAt, end)
    nameAt = end
    return readContact(view, at, name)
  })
  return {
    kind,
    epoch: view.getUint32(4, true),
    revision: view.getFloat64(8, true),
    nodeTime: view.getFloat64(16, true),
    tracksTotal: view.getUint32(24, true),
    tracksInView: view.getUint32(28, true),
    contacts,
    removed: Array.from({ length: removals }, (_, index) => view.getUint32(removedAt + 4 * index, true)),
  }
}

/** A frame's header counts its contacts and removals; it does not look at them. */
export interface FrameHeader extends Omit<PictureFrame, 'contacts' | 'removed'> {
  readonly contacts: { readonly length: number }
  readonly removed: { readonly length: number }
}

export function writeHeader(view: DataView, frame: FrameHeader, nameBytes: number): void {
  view.setUint16(0, MAGIC, true)
  view.setUint8(2, VERSION)
  view.setUint8(3, frame.kind)
  view.setUint32(4, frame.epoch, true)
  view.setFloat64(8, frame.revision, true)
  view.setFloat64(16, frame.nodeTime, true)
  view.setUint32(24, frame.tracksTotal, true)
  view.setUint32(28, frame.tracksInView, true)
  view.setUint32(32, frame.contacts.length, true)
  view.setUint32(36, frame.removed.length, true)
  view.setUint32(40, nameBytes, true)
}

/** Layout: serial u32, mmsi u32, lat i32 and lon i32 in 1e-7 degrees, time f64, flags u8, means u8, speed u16 in cm/s,
 *  course u16 in 0.01°, heading u16 in 0.1°, station, status, ship type and sensors u8, sigma u16 in dm, name length u16,
 *  dark and suspect u8 in 1/254, u16 reserved. */
export function writeContact(view: DataView, at: number, contact: Contact, nameLength: number | undefined): void {
  view.setUint32(at, contact.serial, true)
  view.setUint32(at + 4, contact.mmsi ?? 0xffffffff, true)
  view.setInt32(at + 8, Math.round(contact.lat * 1e7), true)
  view.setInt32(at + 12, Math.round(contact.lon * 1e7), true)
  view.setFloat64(at + 16, contact.time, true)
  view.setUint8(at + 24, contact.flags)
  view.setUint8(at + 25, contact.means)
  view.setUint16(at + 26, scaled16(contact.speed, 100), true)
  view.setUint16(at + 28, scaled16(contact.courseDeg, 100), true)
  view.setUint16(at + 30, scaled16(contact.headingDeg, 10), true)
  view.setUint8(at + 32, contact.station)
  view.setUint8(at + 33, contact.navigationStatus ?? 0xff)
  view.setUint8(at + 34, contact.shipType ?? 0xff)
  view.setUint8(at + 35, Math.min(contact.sensors, 0xff))
  view.setUint16(at + 36, scaled16(contact.sigma, 10), true)
  view.setUint16(at + 38, nameLength ?? NAME_UNCHANGED, true)
  view.setUint8(at + 40, probability8(contact.dark))
  view.setUint8(at + 41, probability8(contact.suspect))
  view.setUint16(at + 42, 0, true)
}

export function readContact(view: DataView, at: number, name: string | undefined): Contact {
  return {
    serial: view.getUint32(at, true),
    mmsi: unless(0xffffffff, view.getUint32(at + 4, true)),
    lat: view.getInt32(at + 8, true) / 1e7,
    lon: view.getInt32(at + 12, true) / 1e7,
    time: view.getFloat64(at + 16, true),
    flags: view.getUint8(at + 24),
    means: view.getUint8(at + 25),
    speed: unless(0xffff, view.getUint16(at + 26, true), 100),
    courseDeg: unless(0xffff, view.getUint16(at + 28, true), 100),
    headingDeg: unless(0xffff, view.getUint16(at + 30, true), 10),
    station: view.getUint8(at + 32),
    navigationStatus: unless(0xff, view.getUint8(at + 33)),
    shipType: unless(0xff, view.getUint8(at + 34)),
    sensors: view.getUint8(at + 35),
    sigma: view.getUint16(at + 36, true) / 10,
    dark: unless(0xff, view.getUint8(at + 40), PROBABILITY_STEPS),
    suspect: unless(0xff, view.getUint8(at + 41), PROBABILITY_STEPS),
    name,
  }
}

const scaled16 = (value: number | undefined, scale: number): number =>
  value === undefined ? 0xffff : Math.max(0, Math.min(0xfffe, Math.round(value * scale)))

const probability8 = (value: number | undefined): number =>
  value === undefined ? 0xff : Math.max(0, Math.min(PROBABILITY_STEPS, Math.round(value * PROBABILITY_STEPS)))

const unless = (missing: number, raw: number, scale = 1): number | undefined =>
  raw === missing ? undefined : raw / scale
