export * from './box.ts'
export * from './geodesic.ts'
export * from './local-frame.ts'
export * from './polar-image.ts'
