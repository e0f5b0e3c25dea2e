// Reads { zone, hours, at: [instant, …] } from each line, and writes whether it is open at each instant.
import { createInterface } from 'node:readline'
import OpeningHours from 'opening_hours'

for await (const line of createInterface({ input: process.stdin })) {
  const { zone, hours, at } = JSON.parse(line)
  process.env.TZ = zone
  const schedule = new OpeningHours(hours, null)
  process.stdout.write(`${JSON.stringify(at.map(instant => schedule.getState(new Date(instant))))}\n`)
}
