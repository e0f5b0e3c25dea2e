// A service that asks Kayse who calls, on every request: node server.mjs, then
// curl -H "Authorization: Bearer $TOKEN" http://localhost:3000/
import { createServer } from "node:http";

const kayse = process.env.KAYSE_ADDRESS ?? "http://localhost:5080";
const routes = {
  "/": { answer: (session) => ({ name: session.user?.fullName ?? session.serviceKey?.name, company: session.company.name }) },
  "/clients": { permission: "crm.access", answer: () => ["Ada Smith", "Ben Jones"] },
};

async function respond(request) {
  const route = routes[request.url];
  if (!route) return [404, { code: "not_found" }];
  const check = await fetch(`${kayse}/api/v1/session`, {
    headers: { authorization: request.headers.authorization ?? "" },
    redirect: "error",
    signal: AbortSignal.timeout(5000),
  });
  if (check.status >= 500) throw new Error(`Kayse answered with status ${check.status}`);
  const session = await check.json();
  if (!check.ok) return [check.status, session]; // Kayse's problem says why.
  if (route.permission && !session.permissions.includes(route.permission)) return [403, { code: "forbidden" }];
  return [200, route.answer(session)];
}

const server = createServer(async (request, response) => {
  // Without an answer of Kayse nobody gets in.
  const [status, body] = await respond(request).catch(() => [503, { code: "unavailable" }]);
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
});
server.listen(process.env.PORT ?? 3000, "127.0.0.1", () => console.log(`Listening on http://127.0.0.1:${server.address().port}`));
