/** One command of `csii`. Its file is loaded only when it is asked for. */
export interface Command {
  readonly name: string
  readonly usage: string
  readonly summary: string
  /** Gives the exit code: 0 is success, 1 failure, 2 a command line that cannot be understood. */
  run(args: string[]): Promise<number>
}
