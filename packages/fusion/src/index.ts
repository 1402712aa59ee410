export * from './sigma.ts'
export * from './tracker.ts'
