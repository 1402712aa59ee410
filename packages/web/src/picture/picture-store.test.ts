import { DELTA, decodeFrame, encodeFrame, SNAPSHOT, type PictureFrame } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { ferry } from './contact-fixture.ts'
import { createPictureStore } from './picture-store.ts'

const frame = (changes: Partial<PictureFrame>): PictureFrame => ({
  kind: DELTA, epoch: 1, revision: 10, nodeTime: 5000, tracksTotal: 2, tracksInView: 2, contacts: [], removed: [],
  ...changes,
})
/** Over the wire and back, as the browser gets it. */
const sent = (changes: Partial<PictureFrame>) => decodeFrame(encodeFrame(frame(changes)))!
const names = (store: ReturnType<typeof createPictureStore>) =>
  [...store.current().contacts.values()].map(({ name }) => name)

describe('the picture on this screen', () => {
  it('is empty before the first frame, with nothing to resume from', () => {
    const { contacts, resume } = createPictureStore().current()
    expect(contacts.size).toBe(0)
    expect(resume).toBeUndefined()
  })

  it('holds what a snapshot brought', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry(), ferry({ serial: 2, name: 'GRENADINE STAR' })] }))
    expect(names(store)).toEqual(['BEQUIA TRADER', 'GRENADINE STAR'])
    expect(store.current()).toMatchObject({ tracksTotal: 2, tracksInView: 2, nodeTime: 5000 })
  })

  it('keeps a name that a later report leaves out', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry()] }))
    store.take(sent({ contacts: [ferry({ name: undefined, lat: 13.2 })] }))
    expect(store.current().contacts.get(1)).toMatchObject({ name: 'BEQUIA TRADER', lat: 13.2 })
  })

  it('takes a changed name', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry()] }))
    store.take(sent({ contacts: [ferry({ name: 'BEQUIA EXPRESS' })] }))
    expect(names(store)).toEqual(['BEQUIA EXPRESS'])
  })

  it('drops what left the view', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry(), ferry({ serial: 2 })] }))
    store.take(sent({ removed: [1] }))
    expect([...store.current().contacts.keys()]).toEqual([2])
  })

  it('forgets everything at a snapshot', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry()] }))
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry({ serial: 9, name: 'OTHER' })] }))
    expect(names(store)).toEqual(['OTHER'])
  })

  it('never mixes two runs of a node, whose serials mean other vessels', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, contacts: [ferry()] }))
    store.take(sent({ epoch: 2, contacts: [ferry({ serial: 1, name: undefined })] }))
    expect(names(store)).toEqual([undefined])
  })

  it('resumes from the last frame it took', () => {
    const store = createPictureStore()
    store.take(sent({ kind: SNAPSHOT, revision: 10 }))
    store.take(sent({ revision: 12 }))
    expect(store.current().resume).toEqual({ epoch: 1, revision: 12 })
  })

  it('tells its readers of each frame, until they leave', () => {
    const store = createPictureStore()
    let told = 0
    const leave = store.subscribe(() => (told += 1))
    store.take(sent({}))
    leave()
    store.take(sent({}))
    expect(told).toBe(1)
  })

  it('is a new object after each frame', () => {
    const store = createPictureStore()
    const before = store.current()
    store.take(sent({}))
    expect(store.current()).not.toBe(before)
  })
})
