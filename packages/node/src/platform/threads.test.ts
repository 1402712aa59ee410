import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { startThread } from './threads.ts'

describe('a thread', () => {
  it('runs a file with what it is given', async () => {
    const code = `import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(workerData * 2)`
    const thread = startThread(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { workerData: 21 })
    expect(await once(thread, 'message')).toEqual([42])
  })
})
