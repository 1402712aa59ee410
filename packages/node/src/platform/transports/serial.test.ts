import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { Taker } from './fixtures/taking.ts'
import { openLine, serial, type SerialLine } from './serial.ts'

/** A line as the `serialport` package presents it, without a device. */
class FakeLine extends EventEmitter implements SerialLine {
  isOpen = false
  isPaused = false
  readonly #fault: Error | undefined

  constructor(fault?: Error) {
    super()
    this.#fault = fault
  }

  open(done: (error: Error | null | undefined) => void): void {
    this.isOpen = !this.#fault
    done(this.#fault)
  }

  close(done: () => void): void {
    this.isOpen = false
    this.emit('close')
    done()
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }
}

const URL_38400 = new URL('serial:/dev/ttyUSB0?baud=4800')

describe('a receiver on a serial line', () => {
  it('is opened at the speed given, and heard', async () => {
    const line = new FakeLine()
    const taker = new Taker()
    const asked: unknown[] = []
    openLine(URL_38400, taker, async (...how) => (asked.push(how), line))
    await expect.poll(() => taker.isOpen).toBe(true)
    line.emit('data', Buffer.from('!AIVDM\r\n'))
    expect(taker.text).toBe('!AIVDM\r\n')
    expect(asked).toEqual([['/dev/ttyUSB0', 4800]])
  })

  it('is held back while there is no room', async () => {
    const line = new FakeLine()
    const taker = new Taker()
    const transport = openLine(URL_38400, taker, async () => line)
    await expect.poll(() => taker.isOpen).toBe(true)
    taker.isFull = true
    line.emit('data', Buffer.from('x'))
    expect(line.isPaused).toBe(true)
    transport.resume()
    expect(line.isPaused).toBe(false)
  })

  it('is tried again when it is unplugged', async () => {
    const line = new FakeLine()
    const taker = new Taker()
    openLine(URL_38400, taker, async () => line)
    await expect.poll(() => taker.isOpen).toBe(true)
    line.emit('close')
    expect(taker.closings).toEqual([{ why: 'The device was unplugged', final: false }])
  })

  it('that cannot be opened says why', async () => {
    const taker = new Taker()
    openLine(URL_38400, taker, async () => new FakeLine(new Error('Permission denied')))
    await expect.poll(() => taker.closings).toEqual([{ why: 'Permission denied', final: false }])
  })

  it('says nothing when we close it ourselves', async () => {
    const line = new FakeLine()
    const taker = new Taker()
    const transport = openLine(URL_38400, taker, async () => line)
    await expect.poll(() => taker.isOpen).toBe(true)
    await transport.close()
    expect(line.isOpen).toBe(false)
    expect(taker.closings).toEqual([])
  })

  it('that does not exist is refused by the real driver, with the reason', async () => {
    const taker = new Taker()
    serial.open(new URL('serial:/dev/csii-no-such-line'), taker)
    await expect.poll(() => taker.closings).toMatchObject([{ why: expect.stringMatching(/No such file/i), final: false }])
  })
})
