import { SNAPSHOT, type Contact, type PictureFrame, type PictureRequest } from '@csii/contract'

/** The contacts in view, as the frames so far tell them. */
export interface Picture {
  readonly contacts: ReadonlyMap<number, Contact>
  readonly tracksTotal: number
  readonly tracksInView: number
  /** Of the last frame, node time. */
  readonly nodeTime: number
  /** The last frame taken. */
  readonly resume?: NonNullable<PictureRequest['resume']>
}

export interface PictureStore {
  take(frame: PictureFrame): void
  /** A new object after each frame, so that React sees the change; the map inside it is one and the same. */
  current(): Picture
  subscribe(listener: () => void): () => void
}

const EMPTY: Picture = { contacts: new Map(), tracksTotal: 0, tracksInView: 0, nodeTime: 0 }

/** Holds the picture outside React: a few frames a second reach the screen, each a small change of a large map. */
export function createPictureStore(): PictureStore {
  const contacts = new Map<number, Contact>()
  const listeners = new Set<() => void>()
  let picture = EMPTY

  return {
    take(frame) {
      const { epoch, revision, nodeTime, tracksTotal, tracksInView } = frame
      // Serials of another run of the node mean other vessels.
      const isForeign = picture.resume !== undefined && picture.resume.epoch !== epoch
      if (frame.kind === SNAPSHOT || isForeign) contacts.clear()
      for (const contact of frame.contacts)
        contacts.set(contact.serial, withName(contact, contacts.get(contact.serial)))
      for (const serial of frame.removed) contacts.delete(serial)
      picture = { contacts, tracksTotal, tracksInView, nodeTime, resume: { epoch, revision } }
      for (const listener of listeners) listener()
    },
    current: () => picture,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** A name travels once, and again only when it changes. */
const withName = (contact: Contact, known: Contact | undefined): Contact =>
  contact.name === undefined && known?.name !== undefined ? { ...contact, name: known.name } : contact
