import { CONTACT_BYTES, HEADER_BYTES, writeHeader, type FrameHeader } from '@csii/contract'
import type { RowCopy } from '../pipeline/table-reader.ts'

const NAME_LENGTH_AT = 38

/** Puts a picture frame together from rows of the track table, byte for byte, without an object for each contact. */
export interface FrameBuilder {
  clear(): void
  contact(row: RowCopy, withName: boolean): void
  remove(serial: number): void
  readonly isEmpty: boolean
  build(header: Omit<FrameHeader, 'contacts' | 'removed'>): Uint8Array
}

export function createFrameBuilder(): FrameBuilder {
  let contacts = new Uint8Array(1000 * CONTACT_BYTES)
  let names = new Uint8Array(16_384)
  let contactCount = 0
  let nameBytes = 0
  let removed: number[] = []

  return {
    clear() {
      contactCount = 0
      nameBytes = 0
      removed = []
    },
    contact(row, withName) {
      const at = contactCount * CONTACT_BYTES
      if (at + CONTACT_BYTES > contacts.length) contacts = doubled(contacts)
      contacts.set(row.contact, at)
      contactCount++
      if (!withName || row.nameLength === 0) return
      if (nameBytes + row.nameLength > names.length) names = doubled(names)
      for (let i = 0; i < row.nameLength; i++) names[nameBytes + i] = row.name[i]!
      nameBytes += row.nameLength
      contacts[at + NAME_LENGTH_AT] = row.nameLength
      contacts[at + NAME_LENGTH_AT + 1] = 0
    },
    remove: (serial) => void removed.push(serial),
    get isEmpty() {
      return contactCount === 0 && removed.length === 0
    },
    build(header) {
      const contactBytes = contactCount * CONTACT_BYTES
      const bytes = new Uint8Array(HEADER_BYTES + contactBytes + 4 * removed.length + nameBytes)
      const view = new DataView(bytes.buffer)
      writeHeader(view, { ...header, contacts: { length: contactCount }, removed }, nameBytes)
      bytes.set(contacts.subarray(0, contactBytes), HEADER_BYTES)
      removed.forEach((serial, index) => view.setUint32(HEADER_BYTES + contactBytes + 4 * index, serial, true))
      bytes.set(names.subarray(0, nameBytes), HEADER_BYTES + contactBytes + 4 * removed.length)
      return bytes
    },
  }
}

function doubled(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bigger = new Uint8Array(bytes.length * 2)
  bigger.set(bytes)
  return bigger
}
