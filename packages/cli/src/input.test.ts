import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openInput } from './input.ts'

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'csii-input-'))))
afterAll(() => rmSync(folder, { recursive: true }))

async function textOf(path: string, stdin: readonly (string | Uint8Array)[] = []): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of openInput(path, Readable.from(stdin))) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

describe('the input of a command', () => {
  const long = 'a line of the log\n'.repeat(50_000)

  it('is a file, whole', async () => {
    const path = join(folder, 'plain.log')
    writeFileSync(path, long)
    expect(await textOf(path)).toBe(long)
  })

  it('is what a packed file holds', async () => {
    const path = join(folder, 'packed.log.gz')
    writeFileSync(path, gzipSync(long))
    expect(await textOf(path)).toBe(long)
  })

  it('is standard input for -, whether that comes as text or bytes', async () => {
    expect(await textOf('-', ['one ', Buffer.from('two')])).toBe('one two')
  })

  it.each(['absent.log', 'absent.log.gz'])('fails when there is no %s', async (name) => {
    await expect(textOf(join(folder, name))).rejects.toThrow('ENOENT')
  })

  it('fails when a packed file is cut short', async () => {
    const path = join(folder, 'cut.log.gz')
    writeFileSync(path, gzipSync(long).subarray(0, 100))
    await expect(textOf(path)).rejects.toThrow()
  })

  it('fails for a folder', async () => {
    await expect(textOf(folder)).rejects.toThrow('EISDIR')
  })
})
