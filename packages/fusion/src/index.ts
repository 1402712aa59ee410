export { identityKey } from './key.ts'
export type { SensorFacts } from './sensing/scanner.ts'
export * from './sigma.ts'
export * from './tracker.ts'
