import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ByteFile } from './byte-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'csii-bytes-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a file of bytes', () => {
  it('holds what was written, in order, small and large', async () => {
    const pieces = [Uint8Array.of(1, 2), new Uint8Array(200_000).fill(3), Uint8Array.of(255)]
    const file = new ByteFile(join(folder, 'some'))
    for (const piece of pieces) {
      file.write(piece)
      await file.drained()
    }
    await file.close()
    expect(readFileSync(join(folder, 'some')).equals(Buffer.concat(pieces))).toBe(true)
  })

  it('is there and empty when nothing came', async () => {
    await new ByteFile(join(folder, 'none')).close()
    expect(readFileSync(join(folder, 'none'))).toHaveLength(0)
  })

  it('says so when it cannot be written', async () => {
    const file = new ByteFile(join(folder, 'nowhere', 'file'))
    file.write(Uint8Array.of(1))
    await expect(file.close()).rejects.toThrow('ENOENT')
  })

  it('says so before it is closed, when much was written', async () => {
    const file = new ByteFile(join(folder, 'nowhere', 'file'))
    file.write(new Uint8Array(100_000))
    await expect(file.drained()).rejects.toThrow('ENOENT')
  })
})
