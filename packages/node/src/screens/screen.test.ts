import { decodeFrame, type PictureFrame, type PictureRequest } from '@csii/contract'
import { describe, expect, it } from 'vitest'
import { shipAt } from '../pipeline/fixtures/tracks.ts'
import { TableWriter } from '../pipeline/table-writer.ts'
import { allocateTable, openTable } from '../pipeline/track-table.ts'
import { createFrameBuilder } from './frame-builder.ts'
import { MAX_BUFFERED, Screen } from './screen.ts'
import { Viewer } from './viewer.ts'

const VIEW: PictureRequest = { type: 'view', west: -64, south: 10, east: -58, north: 18 }

function open() {
  const table = openTable(allocateTable(8, []))
  const writer = new TableWriter(table)
  const frames: PictureFrame[] = []
  const send = (bytes: Uint8Array) => void frames.push(decodeFrame(bytes)!)
  const socket = { readyState: 1, OPEN: 1, bufferedAmount: 0, send }
  return { writer, frames, socket, screen: new Screen(socket, new Viewer(table, 1, createFrameBuilder())) }
}

/** How often a screen is sent a frame in ten seconds in which everything changes all the time. */
function framesSent(rateHz?: number): number {
  const { writer, frames, screen } = open()
  screen.ask({ ...VIEW, ...(rateHz && { rateHz }) }, 0)
  for (let now = 0; now < 10_000; now += 50) {
    writer.put(shipAt(1, 13 + now / 1e5, -61))
    screen.turn(now)
  }
  return frames.length
}

describe('a screen', () => {
  it('is sent two frames a second, or as many as it asks for', () => {
    expect(framesSent()).toBe(20)
    expect(framesSent(10)).toBe(100)
    expect(framesSent(0.5)).toBe(5)
  })

  it('is sent nothing before it says where it looks', () => {
    const { frames, screen } = open()
    screen.turn(1e12)
    expect(frames).toEqual([])
  })

  it('is answered at once when it looks elsewhere, even where nothing is', () => {
    const { frames, screen } = open()
    screen.ask(VIEW, 0)
    screen.turn(0)
    screen.ask({ ...VIEW, west: -65 }, 60)
    screen.turn(100)
    screen.turn(150)
    expect(frames.map(({ nodeTime }) => nodeTime)).toEqual([0, 100])
  })

  it('hears once a second that nothing happens', () => {
    const { frames, screen } = open()
    screen.ask(VIEW, 0)
    for (let now = 0; now < 5_000; now += 50) screen.turn(now)
    expect(frames.map(({ nodeTime }) => nodeTime)).toEqual([0, 1000, 2000, 3000, 4000])
  })

  it('goes on at its pace when the clock is set back', () => {
    const { writer, frames, screen } = open()
    const hour = 3_600_000
    screen.ask(VIEW, hour)
    screen.turn(hour)
    for (let now = 0; now < 2_000; now += 50) {
      writer.put(shipAt(1, 13 + now / 1e5, -61))
      screen.turn(now)
    }
    for (let now = 2_000; now < 5_000; now += 50) screen.turn(now)
    expect(frames.map(({ nodeTime }) => nodeTime)).toEqual([hour, 0, 500, 1000, 1500, 2000, 3000, 4000])
  })

  it('that does not take its frames is sent the newest state when it does, and nothing in between', () => {
    const { writer, frames, socket, screen } = open()
    screen.ask(VIEW, 0)
    screen.turn(0)
    socket.bufferedAmount = MAX_BUFFERED + 1
    for (let now = 50; now < 60_000; now += 50) {
      writer.put(shipAt(1, 13 + now / 1e5, -61))
      screen.turn(now)
    }
    expect(frames).toHaveLength(1)
    socket.bufferedAmount = 0
    screen.turn(60_000)
    screen.turn(60_050)
    expect(frames).toHaveLength(2)
    expect(frames[1]?.contacts.map(({ lat }) => lat)).toEqual([13.5995])
  })

  it('that has hung up is sent nothing', () => {
    const { frames, socket, screen } = open()
    screen.ask(VIEW, 0)
    socket.readyState = 3
    screen.turn(0)
    expect(frames).toEqual([])
  })
})
