import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './database.ts'
import { identityOf } from './identity.ts'

describe('the identity of a node', () => {
  it('is chosen once and outlives its restarts', () => {
    const directory = mkdtempSync(join(tmpdir(), 'csii-identity-'))
    const first = openDatabase(directory)
    expect(identityOf(first, () => 'node-a')).toBe('node-a')
    first.close()
    const again = openDatabase(directory)
    expect(identityOf(again, () => 'node-b')).toBe('node-a')
    again.close()
    rmSync(directory, { recursive: true })
  })
})
