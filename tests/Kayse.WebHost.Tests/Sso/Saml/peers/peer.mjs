// Identity providers for tests: the npm packages samlp, samlify and saml-idp, each as its readers would set it up. Takes the
// settings as JSON, in its argument or in a line of standard input; says the ports as a line of JSON. Ends with its input.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
console.log = () => undefined;
console.warn = () => undefined;
process.removeAllListeners('warning');

const settings = JSON.parse(process.argv[2] ?? (await new Promise((resolve) => {
  const lines = createInterface({ input: process.stdin });
  lines.on('close', () => process.exit());
  lines.once('line', resolve);
})));

// The clock of the test stands still somewhere else than this one.
const RealDate = Date;
let offset = (settings.now ?? RealDate.now()) - RealDate.now();
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length ? args : [RealDate.now() + offset]));
  }
  static now() {
    return RealDate.now() + offset;
  }
};

const express = require('express');
const samlp = require('samlp');
const samlify = require('samlify');
const { runServer } = require('saml-idp');

const { user } = settings;
const { key, cert } = settings.key ? settings : newCertificate();
const person = {
  id: user.nameId,
  emails: [{ value: user.email }],
  displayName: user.name,
  name: { givenName: user.name.split(' ')[0], familyName: user.name.split(' ')[1] },
};

// The identity provider of samlp: signs the assertion, the response, or both; encrypts when it has a certificate of ours.
const samlpOptions = (query) => ({
  issuer: 'urn:samlp',
  cert,
  key,
  signResponse: query.sign === 'response' || query.sign === 'both',
  signAssertion: query.sign !== 'response',
  signatureAlgorithm: query.algorithm ?? 'rsa-sha256',
  digestAlgorithm: query.digest ?? 'sha256',
  lifetimeInSeconds: 300,
  encryptionCert: query.encrypt ? settings.encryptionCert : undefined,
  encryptionPublicKey: query.encrypt ? settings.encryptionPublicKey : undefined,
  ...(query.encrypt === 'cbc' && {
    encryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
    disallowEncryptionWithInsecureAlgorithm: false,
    warnOnInsecureEncryptionAlgorithm: false,
  }),
  getUserFromRequest: () => person,
  getPostURL: (audience, request, req, callback) => {
    const acs = request.documentElement.getAttribute('AssertionConsumerServiceURL');
    req.acs = acs;
    callback(null, acs);
  },
});

const app = express();
app.use(express.urlencoded({ extended: false, limit: '1mb' }));
app.get('/favicon.ico', (req, res) => res.status(204).end());
app.post('/clock', (req, res) => {
  offset = Number(req.query.now) - RealDate.now();
  res.end();
});
app.get('/samlp/metadata', (req, res) =>
  samlp.metadata({ issuer: 'urn:samlp', cert, postEndpointPath: '/samlp', redirectEndpointPath: '/samlp' })(req, res));
app.all('/samlp', (req, res, next) =>
  samlp.parseRequest(req, (error, request) => {
    if (error || !request)
      return next(error ?? new Error('no request'));
    const acs = request.assertionConsumerServiceURL;
    return samlp.auth({ ...samlpOptions(req.query), recipient: acs, destination: acs })(req, res, next);
  }));

// The identity provider of samlify.
samlify.setSchemaValidator({ validate: async () => 'not validated' });
const samlifyProvider = (query) => samlify.IdentityProvider({
  entityID: 'urn:samlify',
  privateKey: key,
  signingCert: cert,
  isAssertionEncrypted: false,
  messageSigningOrder: 'sign-then-encrypt',
  wantAuthnRequestsSigned: query.signed === '1',
  nameIDFormat: ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent'],
  singleSignOnService: ['HTTP-Redirect', 'HTTP-POST'].map((binding) => ({
    Binding: `urn:oasis:names:tc:SAML:2.0:bindings:${binding}`,
    Location: `http://127.0.0.1:${app.port}/samlify`,
  })),
  loginResponseTemplate: {
    context: samlify.SamlLib.defaultLoginResponseTemplate.context.replace(
      '{AuthnStatement}',
      '<saml:AuthnStatement AuthnInstant="{IssueInstant}"><saml:AuthnContext><saml:AuthnContextClassRef>'
        + 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
    ),
    attributes: ['email', 'name'].map((name) => ({
      name: name === 'name' ? 'displayName' : name,
      valueTag: `user.${name}`,
      nameFormat: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
      valueXsiType: 'xs:string',
    })),
  },
});

app.get('/samlify/metadata', (req, res) => res.type('application/xml').send(samlifyProvider(req.query).getMetadata()));
app.all('/samlify', async (req, res, next) => {
  try {
    const idp = samlifyProvider(req.query);
    const sp = samlify.ServiceProvider({ metadata: settings.metadata });
    const { query } = req;
    const octetString = req.url.split('?')[1]?.split('&').filter((part) => /^(SAMLRequest|RelayState|SigAlg)=/.test(part)).join('&');
    const binding = req.method === 'POST' ? 'post' : 'redirect';
    const request = await idp.parseLoginRequest(sp, binding, { query, body: req.body, octetString });
    const acs = sp.entityMeta.getAssertionConsumerService('post');
    const now = new Date();
    const until = new Date(now.getTime() + 300000).toISOString();
    const response = await idp.createLoginResponse(sp, request, 'post', user, {
      relayState: query.RelayState ?? req.body?.RelayState,
      customTagReplacement: (template) => {
        const id = `_${'0123456789abcdef'[now.getTime() % 16]}${Math.random().toString(16).slice(2)}`;
        const values = {
          ID: id, AssertionID: `${id}a`, Destination: acs, Audience: sp.entityMeta.getEntityID(), EntityID: sp.entityMeta.getEntityID(),
          SubjectRecipient: acs, Issuer: 'urn:samlify', IssueInstant: now.toISOString(), AssertionConsumerServiceURL: acs,
          StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success', ConditionsNotBefore: now.toISOString(), ConditionsNotOnOrAfter: until,
          SubjectConfirmationDataNotOnOrAfter: until, NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
          NameID: user.nameId, InResponseTo: request.extract.request.id, attrUserEmail: user.email, attrUserName: user.name,
        };
        return { id, context: samlify.SamlLib.replaceTagsByValue(template, values) };
      },
    });
    const inputs = Object.entries({ SAMLResponse: response.context, RelayState: query.RelayState ?? req.body?.RelayState })
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('');
    const form = `<form method="post" action="${response.entityEndpoint}">${inputs}</form>`;
    res.type('html').send(`<body onload="document.forms[0].submit()">${form}</body>`);
  } catch (error) {
    next(error);
  }
});
app.use((error, req, res, next) => res.status(500).send(String(error?.stack ?? error)));

const server = app.listen(0, '127.0.0.1', async () => {
  app.port = server.address().port;
  say({ port: app.port, samlIdpPort: settings.acsUrl ? await startSamlIdp() : null });
});

// The identity provider of saml-idp, which has people fill in who they are.
async function startSamlIdp() {
  const port = await freePort();
  runServer({
    host: '127.0.0.1',
    port,
    issuer: 'urn:saml-idp',
    acsUrl: settings.acsUrl,
    audience: settings.entityId,
    cert,
    key,
    config: {
      user: {
        userName: user.nameId,
        nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
        firstName: person.name.givenName,
        lastName: person.name.familyName,
        displayName: user.name,
        email: user.email,
        groups: 'Lawyers,Partners',
      },
      metadata: require('saml-idp/config.js').metadata,
    },
  });
  return port;
}

async function freePort() {
  const { createServer } = await import('node:net');
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

// A certificate that is signed by its own key, valid for a day before and after.
function newCertificate() {
  const { generateKeyPairSync, sign } = require('node:crypto');
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = (tag, ...parts) => {
    const body = Buffer.concat(parts);
    const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
    return Buffer.concat([Buffer.from([tag, ...length]), body]);
  };
  const time = (days) =>
    der(0x17, Buffer.from(`${new RealDate(RealDate.now() + days * 86400000).toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
  const sha256WithRsa = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
  const commonName = der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('Identity provider for tests')));
  const name = der(0x30, der(0x31, commonName));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = der(0x30, Buffer.from('020101', 'hex'), sha256WithRsa, name, der(0x30, time(-1), time(1)), name, spki);
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const text = der(0x30, body, sha256WithRsa, signature).toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs1', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`,
  };
}
