import { encodeFrame, SNAPSHOT, type PictureFrame } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { connectPicture, type Resume, type Socket } from './picture-link.ts'

const VIEW = { west: -62, south: 12, east: -60, north: 14 }
const ELSEWHERE = { west: -60, south: 12, east: -58, north: 14 }
const FRAME: PictureFrame = {
  kind: SNAPSHOT, epoch: 7, revision: 30, nodeTime: 1000, tracksTotal: 0, tracksInView: 0, contacts: [], removed: [],
}

/** A node at the other end of the wire, as the browser meets it. */
function harness() {
  const sockets: (Socket & { readonly sent: string[]; readyState: number })[] = []
  const waits: { run: () => void; ms: number }[] = []
  const frames: PictureFrame[] = []
  const opens: boolean[] = []
  let resume: Resume | undefined
  const link = connectPicture({
    open() {
      const sent: string[] = []
      const socket = {
        binaryType: 'blob' as BinaryType, onopen: null, onmessage: null, onclose: null, readyState: 0, sent,
        send: (text: string) => void sent.push(text),
        close: () => undefined,
      }
      sockets.push(socket)
      return socket
    },
    later: (run, ms) => void waits.push({ run, ms }),
    chance: () => 1,
    onFrame(frame) {
      frames.push(frame)
      resume = { epoch: frame.epoch, revision: frame.revision }
    },
    onOpen: (open) => void opens.push(open),
    resume: () => resume,
  })
  const last = () => sockets.at(-1)!
  return {
    link, frames, opens, waits, sockets,
    requests: () => last().sent.map((text): unknown => JSON.parse(text)),
    accept() {
      last().readyState = 1
      last().onopen?.(new Event('open'))
    },
    say: (frame: PictureFrame) => last().onmessage?.(new MessageEvent('message', { data: encodeFrame(frame).buffer })),
    mumble: (data: unknown) => last().onmessage?.(new MessageEvent('message', { data })),
    hangUp() {
      last().readyState = 3
      // Node knows no CloseEvent, and the link does not read it.
      last().onclose?.(new Event('close') as CloseEvent)
    },
  }
}

describe('the link to the picture', () => {
  it('asks for the view as soon as both the connection and the view are there', () => {
    const node = harness()
    node.link.look(VIEW)
    node.accept()
    expect(node.requests()).toEqual([{ type: 'view', ...VIEW, rateHz: 8 }])
  })

  it('asks again when the map moves', () => {
    const node = harness()
    node.accept()
    node.link.look(VIEW)
    node.link.look(ELSEWHERE)
    expect(node.requests()).toHaveLength(2)
    expect(node.requests()[1]).toMatchObject(ELSEWHERE)
  })

  it('hands on every frame', () => {
    const node = harness()
    node.accept()
    node.say(FRAME)
    expect(node.frames).toEqual([FRAME])
  })

  it('passes over what is not a frame', () => {
    const node = harness()
    node.accept()
    node.mumble('hello')
    node.mumble(new Uint8Array(48).buffer)
    expect(node.frames).toEqual([])
  })

  it('calls again after it broke, and resumes from the last frame', () => {
    const node = harness()
    node.link.look(VIEW)
    node.accept()
    for (let i = 0; i < 3; i++) node.say(FRAME)
    node.hangUp()
    expect(node.opens).toEqual([true, false])
    node.waits[0]!.run()
    node.accept()
    expect(node.requests()).toEqual([{ type: 'view', ...VIEW, rateHz: 8, resume: { epoch: 7, revision: 30 } }])
  })

  it('wants the whole picture when the map moved while it was broken', () => {
    const node = harness()
    node.link.look(VIEW)
    node.accept()
    for (let i = 0; i < 3; i++) node.say(FRAME)
    node.hangUp()
    node.link.look(ELSEWHERE)
    node.waits[0]!.run()
    node.accept()
    expect(node.requests()).toEqual([{ type: 'view', ...ELSEWHERE, rateHz: 8 }])
  })

  it('wants the whole picture when it broke before the new view is sure to have come', () => {
    const node = harness()
    node.accept()
    node.link.look(VIEW)
    node.say(FRAME)
    node.hangUp()
    node.waits[0]!.run()
    node.accept()
    expect(node.requests()[0]).not.toHaveProperty('resume')
  })

  it('waits longer each time, and starts afresh once a frame came', () => {
    const node = harness()
    for (const round of [0, 1, 2]) {
      node.hangUp()
      node.waits[round]!.run()
    }
    node.accept()
    node.say(FRAME)
    node.hangUp()
    expect(node.waits.map(({ ms }) => ms)).toEqual([500, 1000, 2000, 500])
  })

  it('stays silent once closed', () => {
    const node = harness()
    node.link.close()
    node.hangUp()
    expect(node.waits).toEqual([])
  })
})
