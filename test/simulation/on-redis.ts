/**
 * The same schedules on a real redis-server of the simulation's own: several
 * nodes, each with a Redis client of its own, by simulated time. What happens
 * between Redis and its clients in real time is the fault tests' business.
 */
import { rmSync } from 'node:fs'
import { type RedisServer, startRedis } from '../support/redis-server.js'
import { SharedRedis } from './shared.js'
import { type Outcome, type RunOptions, runSchedule } from './world.js'

export class OnRedis {
  private constructor (private readonly server: RedisServer) {}

  static async start (): Promise<OnRedis> {
    return new OnRedis(await startRedis())
  }

  run (seed: number, options: Pick<RunOptions, 'traced'> = {}): Promise<Outcome> {
    const { url } = this.server
    return runSchedule(seed, { ...options, hubOf: agenda => applied => new SharedRedis(url, agenda, applied) })
  }

  async stop (): Promise<void> {
    await this.server.kill()
    rmSync(this.server.dir, { recursive: true, force: true })
  }
}
