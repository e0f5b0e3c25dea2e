// Serves better-auth on node's own HTTP server, beside an endpoint that does nothing.
// Usage: node server.mjs <database> <port>
import { createServer } from "node:http";
import { toNodeHandler } from "better-auth/node";
import { createAuth, open } from "./auth.mjs";

const [address, port] = process.argv.slice(2);
const handler = toNodeHandler(createAuth(open(address), `http://127.0.0.1:${port}`));
const nothing = Buffer.from('{"ok":true}');

createServer((request, response) => {
  if (request.url !== "/noop") return handler(request, response);
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8", "Content-Length": nothing.length });
  response.end(nothing);
}).listen(Number(port), "127.0.0.1");
