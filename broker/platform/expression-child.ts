/** The process in which expressions of others are evaluated. */
import { type Answered, type Asked, READY } from './expression-process.js'
import { evaluate } from './expressions.js'

process.on('message', (asked: Asked) => {
  Promise.all(asked.each.map(async fields => await answerTo(asked, fields))).then(answers => process.send?.(answers), () => process.exit(1))
})
process.on('disconnect', () => process.exit())

async function answerTo ({ expression, data, bytesMax }: Asked, fields: object): Promise<Answered> {
  try {
    const found = await evaluate(expression, { ...data, ...fields })
    const value = found === undefined ? undefined : JSON.stringify(found)
    if (value !== undefined && Buffer.byteLength(value) > bytesMax) return { problem: `it comes to ${Buffer.byteLength(value)} bytes` }
    return value === undefined ? {} : { value }
  } catch (error) {
    return { problem: (error as Error).message.replace(`${expression}: `, '') }
  }
}

process.send?.(READY)
