export type { Command } from './command.ts'
export { commands } from './commands.ts'
export { decode } from './decode.ts'
export { main } from './main.ts'
