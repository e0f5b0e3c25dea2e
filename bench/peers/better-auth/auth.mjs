// better-auth as its documentation sets it up, with what a load test needs: no rate limit, no telemetry.
import { betterAuth } from "better-auth";
import Database from "better-sqlite3";
import pg from "pg";

export const secret = "a secret of the benchmark that is long enough";

/** Opens the database: SQLite for a path, PostgreSQL for a URL. */
export function open(address) {
  if (address.startsWith("postgres:")) return new pg.Pool({ connectionString: address, max: 16 });
  const database = new Database(address);
  database.pragma("journal_mode = WAL");
  return database;
}

export function createAuth(database, baseURL) {
  return betterAuth({
    database,
    secret,
    baseURL,
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: { useSecureCookies: false },
  });
}
