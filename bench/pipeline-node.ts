/** A node in a process of its own, so that a bench measures it and not itself. Told its sources as JSON. */
import { createLog, startNode } from '@csii/node'

const [sources = '[]', dataDir = ''] = process.argv.slice(2)
const node = await startNode(
  {
    node: { name: 'Bench', nation: 'XXX' },
    listen: { host: '127.0.0.1', port: 0 },
    dataDir,
    sources: JSON.parse(sources),
  },
  { clock: Date.now, random: Math.random, log: createLog() },
)
process.send?.({ address: node.address })
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() }))
const leave = () => void node.stop().then(() => process.exit(0))
process.on('SIGTERM', leave)
process.on('disconnect', leave)
