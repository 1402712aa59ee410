import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { main } from './main.ts'

const written: string[] = []
const { log, error } = console

beforeEach(() => {
  written.length = 0
  console.log = (line: string) => void written.push(`out: ${line}`)
  console.error = (line: string) => void written.push(`err: ${line}`)
})

afterEach(() => {
  console.log = log
  console.error = error
})

describe('the command csii', () => {
  const sail = { name: 'sail', usage: 'csii sail PORT', summary: 'sets sail', run: async (args: string[]) => args.length }

  it('runs the command that is named, with the rest of the words', async () => {
    expect(await main(['sail', 'to', 'Kingstown', '--fast'], [sail])).toBe(3)
    expect(written).toEqual([])
  })

  it.each([[], ['help'], ['--help'], ['-h']].map((args) => [args]))('shows all commands on %j', async (args) => {
    expect(await main(args, [sail])).toBe(0)
    expect(written.join('\n')).toContain('csii sail PORT\n    sets sail')
  })

  it('explains one command when asked', async () => {
    expect(await main(['sail', '--help'], [sail])).toBe(0)
    expect(written).toEqual(['out: csii sail PORT\n  sets sail'])
  })

  it('says in one sentence which commands there are when it does not know one', async () => {
    expect(await main(['fly'], [sail])).toBe(2)
    expect(written).toEqual(['err: csii has no command "fly". Write one of: help, sail.'])
  })

  it('passes a failure on to whoever called', async () => {
    const sink = { ...sail, run: () => Promise.reject(new Error('she sank')) }
    await expect(main(['sail'], [sink])).rejects.toThrow('she sank')
  })
})

describe('the list of commands', () => {
  it('names each once, with a usage line that begins as it is called', () => {
    expect(new Set(commands.map((command) => command.name)).size).toBe(commands.length)
    for (const { name, usage, summary } of commands) {
      expect(usage).toMatch(new RegExp(`^csii ${name}\\b`))
      expect(summary).not.toBe('')
    }
  })

  it('has the commands a node needs', () => {
    expect(commands.map((command) => command.name)).toEqual(expect.arrayContaining(['serve', 'decode', 'simulate']))
  })
})
