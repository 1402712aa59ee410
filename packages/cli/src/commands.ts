import type { Command } from './command.ts'
import { FORMATS } from './formats.ts'

/** Every command, in the order in which `csii help` shows them. To add one: write its file, then its entry here. */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    usage: 'csii serve [--config FILE] [--data DIR|postgres://…] [--port N] [--host H] [--source URL]... [--exercise]',
    summary: 'runs a node',
    run: async (args) => (await import('./serve.ts')).serve(args),
  },
  {
    name: 'move',
    usage: 'csii move --from DIR|postgres://… --to DIR|postgres://…',
    summary: 'copies all data of a stopped node to an empty place, and compares',
    run: async (args) => (await import('./move.ts')).move(args),
  },
  {
    name: 'decode',
    usage: `csii decode [--format auto|${FORMATS.join('|')}] [--mapping TEXT] [--pcap] [--edition 048=1.27]... [--raw] FILE|-`,
    summary: 'prints one JSON object a message',
    run: async (args) => (await import('./decode.ts')).decode(args),
  },
  {
    name: 'replay',
    usage: 'csii replay [--kind KIND] [--from TIME] [--per-line MS] FILE|-',
    summary: 'plays a recording through the pipeline and prints its tracks',
    run: async (args) => (await import('./replay.ts')).replay(args),
  },
  {
    name: 'simulate',
    usage: 'csii simulate SCENARIO [--out DIR] [--seed N] [--hours H] [--from TIME]',
    summary: 'writes what the sensors of a scenario would send',
    run: async (args) => (await import('./simulate.ts')).simulate(args),
  },
  {
    name: 'fuse',
    usage: 'csii fuse SCENARIO_DIR [--assoc FILE]',
    summary: 'fuses the plots of a scenario into tracks',
    run: async (args) => (await import('./fuse.ts')).fuse(args),
  },
  {
    name: 'score',
    usage: 'csii score SCENARIO_DIR TRACKS.jsonl|- [ASSOC.jsonl] [--from SECONDS] [--report [--json]]',
    summary: 'compares tracks with the truth of a scenario',
    run: async (args) => (await import('./score.ts')).score(args),
  },
  {
    name: 'scenario',
    usage: 'csii scenario NAME [--seed N] --out DIR | --list',
    summary: 'writes a scenario for fusion, with its truth',
    run: async (args) => (await import('./scenario.ts')).scenario(args),
  },
]
