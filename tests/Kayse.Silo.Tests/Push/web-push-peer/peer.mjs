// A push service for tests: the npm package web-push-testing, which checks who signed a message and decrypts it. Says its
// port and the headers of each message as JSON lines on standard output, beside those that the npm package web-push would
// send, and ends with its input.
import { createRequire } from 'node:module';
import { createServer as freePort } from 'node:net';

const require = createRequire(import.meta.url);
const { PushApiModel } = require('web-push-testing/src/PushApiModel.js');
const WebPushTestingServer = require('web-push-testing/src/server.js');
const webPush = require('web-push');

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
console.log = () => undefined;

function namesThatWebPushSends() {
  const keys = webPush.generateVAPIDKeys();
  const details = webPush.generateRequestDetails(
    { endpoint: 'https://push.example/1', keys: { p256dh: keys.publicKey, auth: 'AAAAAAAAAAAAAAAAAAAAAA' } },
    'text',
    { vapidDetails: { subject: 'mailto:a@firm.example', ...keys }, TTL: 60, urgency: 'high', topic: 'topic', contentEncoding: 'aes128gcm' },
  );
  return Object.keys(details.headers).map((name) => name.toLowerCase()).sort();
}

const probe = freePort().listen(0, () => {
  const { port } = probe.address();
  probe.close(() => {
    const peer = new WebPushTestingServer(new PushApiModel(), port);
    peer._app.use((request, response, next) => {
      if (request.path.startsWith('/notify/'))
        say({ headers: request.headers });
      next();
    });
    peer.startServer();
    peer._server.on('listening', () => say({ port, expected: namesThatWebPushSends() }));
  });
});
process.stdin.on('end', () => process.exit()).resume();
