import pino from 'pino'

/** What the node has to say to whoever runs it, on standard error. Never a line per message that a stranger sent. */
export interface Log {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

/** Quiet unless something is wrong; `CSII_LOG=info` or `debug` tells more. */
export const createLog = (level = 'warn'): Log => pino({ level, base: null }, pino.destination({ fd: 2, sync: true }))
