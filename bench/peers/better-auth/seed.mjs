// Makes the tables by better-auth's own migrations, then people with ten sessions each; writes the signed cookies to a file, one a line.
// Usage: node seed.mjs <database> <sessions> <cookies file>
import { createHmac, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { getMigrations } from "better-auth/db/migration";
import { createAuth, open, secret } from "./auth.mjs";

const [address, sessions, file] = process.argv.slice(2);
const eachPerson = 10;
const atOnce = 500;
const database = open(address);
const auth = createAuth(database, "http://127.0.0.1");
const { runMigrations } = await getMigrations(auth.options);
await runMigrations();

const id = () => randomBytes(24).toString("base64url").slice(0, 32);
const isPostgres = address.startsWith("postgres:");
const time = (milliseconds) => (isPostgres ? new Date(milliseconds) : new Date(milliseconds).toISOString());
const verified = isPostgres ? true : 1;

const now = Date.now();
const people = Array.from({ length: Math.ceil(sessions / eachPerson) }, (_, n) => [
  id(), `Eleanor Fitzgerald ${n}`, `fitzgerald.${n}@law.example`, verified, time(now), time(now),
]);
const rows = Array.from({ length: sessions }, (_, n) => [
  id(), time(now + 7 * 86_400_000), id(), time(now), time(now), "203.0.113.7", "Mozilla/5.0", people[n % people.length][0],
]);
await insert('"user" (id, name, email, "emailVerified", "createdAt", "updatedAt")', people);
await insert('session (id, "expiresAt", token, "createdAt", "updatedAt", "ipAddress", "userAgent", "userId")', rows);
writeFileSync(file, rows.map(([, , token]) => `${cookie(token)}\n`).join(""));
if (isPostgres) await database.query("analyze");
await (isPostgres ? database.end() : database.close());

async function insert(into, all) {
  for (let start = 0; start < all.length; start += atOnce) {
    const part = all.slice(start, start + atOnce);
    const places = part.map((row, r) => `(${row.map((_, c) => (isPostgres ? `$${r * row.length + c + 1}` : "?")).join(", ")})`);
    const sql = `insert into ${into} values ${places.join(", ")}`;
    if (isPostgres) await database.query(sql, part.flat());
    else database.prepare(sql).run(part.flat());
  }
}

function cookie(token) {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
