// An identity provider for tests: the npm package oidc-provider. Its settings are the first line of its input, as JSON:
// clientId, clientSecret, redirectUri, port (0: any) and accounts (user name → claims). Says its port as a JSON line. A
// later line {"rotate": true} has it sign with a new key from then on; it answers {"key": id}. {"advance": milliseconds} moves
// its clock, and is answered alike. It ends with its input. With settings as its argument it reads none.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

console.warn = console.info = console.error = () => undefined;
const { Provider } = await import('oidc-provider');

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const given = process.argv[2];
const lines = given ? [] : createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const settings = JSON.parse(given ?? (await lines.next()).value);
const cookieKeys = [randomBytes(32).toString('hex')];
let provider;
let handle;
let ahead = 0;
const machine = Date.now;
Date.now = () => machine() + ahead;

function newKey() {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  return { ...jwk, kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' };
}

async function grantAll(ctx) {
  const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
  grant.addOIDCScope('openid email profile groups');
  await grant.save();
  return grant;
}

function signWith(key) {
  provider = new Provider(`http://127.0.0.1:${server.address().port}`, {
    clients: [{
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      redirect_uris: [settings.redirectUri],
      require_auth_time: true,
    }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    cookies: { keys: cookieKeys },
    features: { devInteractions: { enabled: false } },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...settings.accounts[id] }) }),
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    jwks: { keys: [key] },
    loadExistingGrant: grantAll,
    pkce: { required: () => true },
  });
  handle = provider.callback();
  say({ key: key.kid });
}

// A page with nothing but the user's name, and a way to say no.
async function interact(request, response) {
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Sign in to Firm ID</title><link rel="icon" href="data:,"><h1>Firm ID</h1>
      <form method="post"><label>User name <input name="user" autofocus></label>
      <button>Sign in at Firm ID</button> <button name="cancel" value="yes">Cancel</button></form></html>`);
    return;
  }
  let body = '';
  for await (const chunk of request)
    body += chunk;
  const form = new URLSearchParams(body);
  const known = !form.has('cancel') && Object.hasOwn(settings.accounts, form.get('user'));
  await provider.interactionFinished(request, response, known
    ? { login: { accountId: form.get('user') } }
    : { error: 'access_denied', error_description: 'The person said no.' });
}

const server = createServer((request, response) => {
  const answer = request.url.startsWith('/interaction/') ? interact(request, response) : handle(request, response);
  Promise.resolve(answer).catch((error) => {
    response.statusCode = 500;
    response.end(String(error));
  });
});
server.listen(settings.port ?? 0, '127.0.0.1', async () => {
  signWith(newKey());
  say({ port: server.address().port });
  for await (const line of lines) {
    const { rotate, advance } = JSON.parse(line);
    if (rotate)
      signWith(newKey());
    if (advance)
      say({ advance: ahead += advance });
  }
  if (!given)
    process.exit();
});
