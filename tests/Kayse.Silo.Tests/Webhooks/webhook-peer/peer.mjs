// A receiver of webhooks for tests: the npm packages standardwebhooks and svix verify what arrives. Its arguments are a
// file with the secret, which is read for each request, and a port; without one it takes any, and ends with its input.
// Says its port and each request as JSON lines on standard output, and answers 204 to what both accept.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

const [secretFile, port] = process.argv.slice(2);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

function verifies(Library, body, headers) {
  try {
    new Library(readFileSync(secretFile, 'utf8').trim()).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    const standardwebhooks = verifies(StandardWebhook, body, request.headers);
    const svix = verifies(SvixWebhook, body, request.headers);
    response.writeHead(standardwebhooks && svix ? 204 : 400).end();
    say({ type: JSON.parse(body).type, standardwebhooks, svix, id: request.headers['webhook-id'], headers: request.headers, body });
  });
});
server.listen(Number(port ?? 0), '127.0.0.1', () => say({ port: server.address().port }));
if (port === undefined)
  process.stdin.on('end', () => process.exit()).resume();
