import { decodeFrame, readContact, SNAPSHOT, type Contact } from '@csii/contract'
import { contains, type Box } from '@csii/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ship, shipAt } from '../pipeline/fixtures/tracks.ts'
import { createRowCopy, readRow, rowsUsed } from '../pipeline/table-reader.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable, PLACED, type TrackTable } from '../pipeline/track-table.ts'
import { createFrameBuilder, type FrameBuilder } from './frame-builder.ts'
import { Viewer } from './viewer.ts'

const EPOCH = 7
const everywhere: Box = { west: -180, south: -90, east: 180, north: 90 }
const caribbean: Box = { west: -64, south: 10, east: -58, north: 18 }

/** A client as the contract wants it: it forgets at a snapshot, and keeps names that are not sent again. */
class Client {
  readonly contacts = new Map<number, Contact>()
  revision = -1
  view = caribbean
  kind = 0
  inView = 0

  take(bytes: Uint8Array): this {
    const frame = decodeFrame(bytes)!
    if (frame.kind === SNAPSHOT) this.contacts.clear()
    for (const serial of frame.removed) this.contacts.delete(serial)
    for (const contact of frame.contacts) {
      this.contacts.set(contact.serial, { ...contact, name: contact.name ?? this.contacts.get(contact.serial)?.name })
    }
    this.revision = frame.revision
    this.kind = frame.kind
    this.inView = frame.tracksInView
    return this
  }
}

function truth(table: TrackTable, view: Box): Map<number, Contact> {
  const row = createRowCopy()
  const shown = new Map<number, Contact>()
  for (let at = 0; at < rowsUsed(table); at++) {
    if (!readRow(table, at, row) || row.state !== PLACED) continue
    const name = row.nameLength ? Buffer.from(row.name.subarray(0, row.nameLength)).toString() : undefined
    const contact = readContact(row.contactView, 0, name)
    if (contains(view, contact.lat, contact.lon)) shown.set(contact.serial, contact)
  }
  return shown
}

function open(capacity = 8, ring = 16) {
  const table = openTable(allocateTable(capacity, ['kingstown'], ring))
  const writer = new TableWriter(table)
  const client = new Client()
  const viewer = new Viewer(table, EPOCH, createFrameBuilder())
  viewer.look(caribbean)
  const tick = () => client.take(viewer.next(0).frame)
  return { table, writer, client, viewer, tick }
}

describe('a client of the picture', () => {
  it('is first sent everything in its view, and nothing else', () => {
    const { writer, tick } = open()
    writer.put(shipAt(1, 13, -61, { claim: { name: 'ADMIRAL BAY' } }))
    writer.put(shipAt(2, 50, 5))
    writer.put(ship(3, { fix: undefined }))
    const client = tick()
    expect(client.kind).toBe(SNAPSHOT)
    expect([...client.contacts.values()]).toEqual([expect.objectContaining({ serial: 1, name: 'ADMIRAL BAY' })])
  })

  it('is then sent only what changed, names only when they are new', () => {
    const { writer, viewer, client, tick } = open()
    writer.put(shipAt(1, 13, -61, { claim: { name: 'ADMIRAL BAY' } }))
    writer.put(shipAt(2, 13, -61))
    tick()
    writer.put(shipAt(1, 13.1, -61, { claim: { name: 'ADMIRAL BAY' } }))
    const { frame } = viewer.next(0)
    expect(decodeFrame(frame)?.contacts).toEqual([expect.objectContaining({ serial: 1, lat: 13.1, name: undefined })])
    client.take(frame)
    writer.put(shipAt(1, 13.1, -61, { claim: { name: 'ADMIRAL BAY II' } }))
    expect(tick().contacts.get(1)?.name).toBe('ADMIRAL BAY II')
  })

  it('is told nothing when nothing changed', () => {
    const { writer, viewer, tick } = open()
    writer.put(shipAt(1, 13, -61))
    tick()
    expect(viewer.next(0).isEmpty).toBe(true)
  })

  it('is told of what sailed out of its view, and of what is forgotten', () => {
    const { writer, tick, client } = open()
    writer.put(shipAt(1, 13, -61))
    writer.put(shipAt(2, 13, -61))
    tick()
    writer.put(shipAt(1, 13, -50))
    writer.remove(ship(2))
    tick()
    expect(client.contacts.size).toBe(0)
    expect(client.inView).toBe(0)
  })

  it('is sent what lies in its new view when it looks elsewhere, names and all', () => {
    const { writer, viewer, tick, client } = open()
    writer.put(shipAt(1, 13, -61))
    writer.put(shipAt(2, 50, 5, { claim: { name: 'WESTERSCHELDE' } }))
    tick()
    viewer.look({ west: 0, south: 49, east: 10, north: 55 })
    tick()
    expect([...client.contacts.values()].map(({ serial, name }) => [serial, name])).toEqual([[2, 'WESTERSCHELDE']])
    expect(client.kind).not.toBe(SNAPSHOT)
  })

  it('goes on where it was after a lost connection', () => {
    const { table, writer, client, tick } = open()
    for (const serial of [1, 2, 3, 4]) writer.put(shipAt(serial, 13, -61, { claim: { name: `SHIP ${serial}` } }))
    tick()
    writer.put(shipAt(1, 13.5, -61, { claim: { name: 'SHIP 1' } }))
    writer.put(shipAt(2, 40, -61))
    writer.remove(ship(3))
    writer.put(shipAt(5, 14, -61, { claim: { name: 'SHIP 5' } }))
    const again = new Viewer(table, EPOCH, createFrameBuilder())
    again.look(caribbean, { epoch: EPOCH, revision: client.revision })
    const { frame } = again.next(0)
    expect(decodeFrame(frame)?.contacts.map(({ serial }) => serial).sort()).toEqual([1, 5])
    expect(client.take(frame).kind).not.toBe(SNAPSHOT)
    expect(client.contacts).toEqual(truth(table, caribbean))
    writer.put(shipAt(4, 40, -61))
    expect(client.take(again.next(0).frame).contacts).toEqual(truth(table, caribbean))
  })

  it.each([
    ['the node has restarted', { epoch: EPOCH + 1, revision: 1 }],
    ['it claims to have seen the future', { epoch: EPOCH, revision: 1000 }],
  ])('starts afresh when %s', (_why, resume) => {
    const { table, writer } = open()
    writer.put(shipAt(1, 13, -61))
    const viewer = new Viewer(table, EPOCH, createFrameBuilder())
    viewer.look(caribbean, resume)
    expect(decodeFrame(viewer.next(0).frame)).toMatchObject({ kind: SNAPSHOT, contacts: [{ serial: 1 }] })
  })

  it('starts afresh when more was forgotten meanwhile than the node remembers', () => {
    const { writer, tick, client } = open(8, 2)
    for (const serial of [1, 2, 3, 4]) writer.put(shipAt(serial, 13, -61))
    tick()
    for (const serial of [1, 2, 3]) writer.remove(ship(serial))
    expect(tick().kind).toBe(SNAPSHOT)
    expect([...client.contacts.keys()]).toEqual([4])
  })
})

type Deed =
  | { deed: 'put'; ship: number; lat: number; lon: number; name: number; placed: boolean }
  | { deed: 'remove'; ship: number }
type Step =
  | Deed
  | { deed: 'tick'; meanwhile: Deed[] }
  | { deed: 'look'; view: Box }
  | { deed: 'reconnect'; resumes: boolean }

const lats = fc.integer({ min: -3, max: 3 }).map((n) => n * 20)
const lons = fc.integer({ min: -3, max: 3 }).map((n) => n * 60)
const mostly = fc.integer({ min: 0, max: 3 }).map((n) => n > 0)
const deed = <Name extends Step['deed']>(name: Name) => fc.constant(name)
const put = fc.record({ deed: deed('put'), ship: fc.nat(5), lat: lats, lon: lons, name: fc.nat(2), placed: mostly })
const remove = fc.record({ deed: deed('remove'), ship: fc.nat(5) })
const writes = fc.oneof({ weight: 3, arbitrary: put }, { weight: 2, arbitrary: remove })
const box = fc.record({ west: lons, south: lats, east: lons, north: lats })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: writes },
    { weight: 4, arbitrary: fc.record({ deed: deed('tick'), meanwhile: fc.array(writes, { maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ deed: deed('look'), view: fc.oneof(box, fc.constant(everywhere)) }) },
    { weight: 1, arbitrary: fc.record({ deed: deed('reconnect'), resumes: fc.boolean() }) },
  ),
  { maxLength: 60 },
)

/** A node and one client, whose table may be written in the middle of a frame as the pipeline's thread does. */
class Rehearsal {
  readonly table = openTable(allocateTable(8, ['kingstown'], 5))
  readonly client = new Client()
  readonly #writer = new TableWriter(this.table)
  readonly #serials = new Map<number, number>()
  #serial = 0
  #meanwhile: Deed[] = []
  #viewer = this.#connect()
  #wanted = caribbean

  do(step: Step): void {
    if (step.deed === 'put' || step.deed === 'remove') this.#write(step)
    else if (step.deed === 'look') this.#viewer.look((this.#wanted = step.view))
    else if (step.deed === 'reconnect') this.#reconnect(step.resumes)
    else this.tick(step.meanwhile)
  }

  tick(meanwhile: readonly Deed[] = []): void {
    this.#meanwhile = [...meanwhile]
    this.client.take(this.#viewer.next(0).frame).view = this.#wanted
    for (const deed of this.#meanwhile.splice(0)) this.#write(deed)
  }

  #reconnect(resumes: boolean): void {
    this.#viewer = this.#connect()
    const isSameView = this.client.view === this.#wanted && this.client.revision >= 0
    const resume = resumes && isSameView ? { epoch: EPOCH, revision: this.client.revision } : undefined
    this.#viewer.look(this.#wanted, resume)
  }

  #connect(): Viewer {
    const builder = createFrameBuilder()
    const writesMeanwhile: FrameBuilder = {
      ...builder,
      get isEmpty() {
        return builder.isEmpty
      },
      contact: (row, withName) => (builder.contact(row, withName), this.#interrupt()),
      remove: (serial) => (builder.remove(serial), this.#interrupt()),
    }
    const viewer = new Viewer(this.table, EPOCH, writesMeanwhile)
    viewer.look(caribbean)
    return viewer
  }

  #interrupt(): void {
    const deed = this.#meanwhile.shift()
    if (deed) this.#write(deed)
  }

  #write(deed: Deed): void {
    const serial = this.#serials.get(deed.ship)
    if (deed.deed === 'remove') {
      if (serial !== undefined) this.#writer.remove(ship(serial))
      this.#serials.delete(deed.ship)
      return
    }
    const own = serial ?? ++this.#serial
    this.#serials.set(deed.ship, own)
    const claim = deed.name === 0 ? {} : { name: `NAME ${deed.name}` }
    this.#writer.put(deed.placed ? shipAt(own, deed.lat, deed.lon, { claim }) : ship(own, { fix: undefined, claim }))
  }
}

describe('whatever happens', () => {
  it('a client ends with exactly what lies in its view', () => {
    fc.assert(
      fc.property(steps, (happenings) => {
        const node = new Rehearsal()
        for (const step of happenings) node.do(step)
        node.tick()
        node.tick()
        const expected = truth(node.table, node.client.view)
        for (const [serial, contact] of node.client.contacts) {
          const name = expected.get(serial)?.name ?? contact.name
          expect({ ...contact, name }).toEqual({ ...expected.get(serial), name })
          expect(contact.name).toBe(name)
        }
        expect([...node.client.contacts.keys()].sort()).toEqual([...expected.keys()].sort())
        expect(node.client.inView).toBe(expected.size)
      }),
      { numRuns: 3000 },
    )
  })
})
