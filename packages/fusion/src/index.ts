export { identityKey } from './key.ts'
export * from './sigma.ts'
export * from './tracker.ts'
export type { SensorFacts } from './sensing/scanner.ts'
