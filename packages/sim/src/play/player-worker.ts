import { parentPort, workerData } from 'node:worker_threads'
import { SCENARIOS } from '../scenario.ts'
import type { Order, Report } from './exercise.ts'
import { openPlayer } from './player.ts'

/** Milliseconds between looks at the clock. */
const STEP = 100

const port = parentPort!
// The thread is only ever started by `startExercise`, with an order.
const { scenario, seed, wires, startAt, speed } = workerData as Order
const report = (message: Report) => port.postMessage(message)

const began = performance.now()
const clock = startAt === undefined ? Date.now : () => startAt + (performance.now() - began) * speed

try {
  const player = await openPlayer(SCENARIOS[scenario]!(seed), wires, clock)
  const timer = setInterval(() => player.advance(), STEP)
  report({ ready: player.ports })
  port.once('message', async () => {
    clearInterval(timer)
    await player.close()
    port.close()
  })
} catch (error) {
  report({ failed: error instanceof Error ? error.message : String(error) })
  port.close()
}
