// What a client in TypeScript does with types generated from the OpenAPI document: a company signs up, verifies its
// address, invites somebody who accepts, and a service checks both sessions.
// Arguments: the address of the host, and the folder in which it leaves mail.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import createClient from "openapi-fetch";
import type { components, paths } from "./generated/api.js";

const [baseUrl = "", mailFolder = ""] = process.argv.slice(2);
assert(baseUrl && mailFolder);

type Problem = components["schemas"]["Problem"];

function clientFor(token?: string) {
  return createClient<paths>({ baseUrl, headers: token === undefined ? {} : { Authorization: `Bearer ${token}` } });
}

function valueOf<T>(answer: { data?: T; error?: Problem }): T {
  assert(answer.data !== undefined, answer.error && `${answer.error.code}: ${answer.error.detail}`);
  return answer.data;
}

async function mailedToken(address: string): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    for (const file of await readdir(mailFolder).catch(() => [])) {
      const mail = file.endsWith(".eml") ? await readFile(join(mailFolder, file), "utf8") : "";
      const token = new RegExp(`^To:.*${address}`, "m").test(mail) && /#token=([\w.-]+)/.exec(mail.replace(/=\r\n/g, "").replace(/=3D/g, "="));
      if (token) return token[1]!;
    }
    await setTimeout(20);
  }
  throw new Error(`No mail for ${address}`);
}

const anyone = clientFor();
const founded = valueOf(
  await anyone.POST("/api/v1/companies", {
    body: { companyName: "Smith & Partners", fullName: "Ada Smith", email: "ada@smith.example", password: "a long enough passphrase" },
  }),
);
assert(founded.session);
const founder = clientFor(founded.session.token);
const verified = await anyone.POST("/api/v1/auth/verify-email", { body: { token: await mailedToken("ada@smith.example") } });
assert.equal(verified.response.status, 204);

const invited = valueOf(
  await founder.POST("/api/v1/companies/{company}/invitations", {
    params: { path: { company: "current" }, header: { "Idempotency-Key": "invite-ben" } },
    body: { fullName: "Ben Jones", email: "ben@jones.example", role: "user", permissions: ["crm.access"] },
  }),
);
assert.equal(invited.outcome, "invited");

const token = await mailedToken("ben@jones.example");
const preview = valueOf(await anyone.POST("/api/v1/invitations/lookup", { body: { token } }));
assert.equal(preview.companyName, "Smith & Partners");
assert(Date.parse(preview.expiresAt) > Date.now());
const accepted = valueOf(await anyone.POST("/api/v1/invitations/accept", { body: { token, password: "another long passphrase" } }));
assert(accepted.session);

const ben = clientFor(accepted.session.token);
const session = valueOf(await ben.GET("/api/v1/session"));
assert.equal(session.user?.fullName, "Ben Jones");
const role: "user" | "admin" | "super_admin" = session.role;
assert.equal(role, "user");
const checks = valueOf(
  await ben.POST("/api/v1/authorize/batch", { body: { checks: [{ permission: "crm.access" }, { permission: "agents.edit" }] } }),
);
assert.deepEqual(checks.results.map((result) => result.allowed), [true, false]);

const members = valueOf(
  await founder.GET("/api/v1/companies/{company}/members", { params: { path: { company: "current" }, query: { limit: 10, sort: "name" } } }),
);
const total: number = members.total;
assert.equal(total, 2);
assert.deepEqual(members.items.map((member) => member.email), ["ada@smith.example", "ben@jones.example"]);

assert.equal((await ben.POST("/api/v1/auth/sign-out")).response.status, 204);
const ended = await ben.GET("/api/v1/session");
assert.equal(ended.error?.code, "session_ended");
assert.equal(ended.error.reason, "signed_out");
console.log("done");
