import { describe, expect, it } from 'vitest'
import { jsonLines } from './json-lines.ts'

async function read(...parts: readonly string[]): Promise<unknown[]> {
  const bytes = parts.map((part) => new TextEncoder().encode(part))
  const values: unknown[] = []
  for await (const value of jsonLines(new Response(new Blob(bytes)).body!)) values.push(value)
  return values
}

/** A stream that is cut after every byte. */
function drip(text: string): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, ++at))
      else controller.close()
    },
  })
}

describe('lines of JSON', () => {
  it('are read one by one', async () => {
    expect(await read('{"a":1}\n', '{"b":2}\n{"c":3}\n')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }])
  })

  it('are whole wherever the stream was cut, in the middle of a letter too', async () => {
    const values: unknown[] = []
    for await (const value of jsonLines(drip('{"name":"Île-à-Vache"}\n\n{"n":1}\n'))) values.push(value)
    expect(values).toEqual([{ name: 'Île-à-Vache' }, { n: 1 }])
  })

  it('are not read when unfinished', async () => {
    expect(await read('{"a":1}\n{"b":')).toEqual([{ a: 1 }])
  })

  it('let go of the stream when nobody wants more', async () => {
    let isCancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('1\n')),
      cancel: () => void (isCancelled = true),
    })
    for await (const value of jsonLines(endless)) if (value === 1) break
    expect(isCancelled).toBe(true)
  })
})
