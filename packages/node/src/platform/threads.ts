import { setFlagsFromString } from 'node:v8'
import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Node strips types with WebAssembly. In V8 13.6 two threads that do so at once can abort the process, where one of
 * them compiles a wrapper that was called a thousand times (nodejs/node issue 64500, and the core dump of one of our own tests:
 * Runtime_TierUpWasmToJSWrapper, ThreadIsolation::UnregisterWasmAllocation). Threads begun from here never do.
 */
setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647')

export const startThread = (file: URL, options: WorkerOptions): Worker => new Worker(file, options)
