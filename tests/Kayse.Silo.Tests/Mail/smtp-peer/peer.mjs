// A mail server for tests. Takes its options as one JSON line on standard input (see SmtpPeerOptions.cs), says what happens
// as JSON lines on standard output, and ends with its input, so that it never outlives the test that started it.
import { createInterface } from 'node:readline';
import { SMTPServer } from 'smtp-server';
import { parse } from './parse.mjs';
import { silentAfterStartTls } from './silent.mjs';

const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const refusal = (reply) => Object.assign(new Error(reply.text), { responseCode: reply.code });

function start(options) {
  const step = (name, session, answer) => {
    say({ step: name, secure: session.secure === true });
    if (options.hangAt !== name) answer();
  };

  const server = options.hangAt === 'secure' ? silentAfterStartTls(say) : new SMTPServer({
    banner: 'test peer',
    disabledCommands: [...(options.certificate ? [] : ['STARTTLS']), ...(options.userName ? [] : ['AUTH'])],
    ...(options.certificate ? { cert: options.certificate, key: options.key } : {}),
    allowInsecureAuth: !options.certificate,
    authMethods: options.authMethods,
    authOptional: options.authOptional,
    secure: options.implicitTls,
    disableReverseLookup: true,
    hideSMTPUTF8: options.hideSmtpUtf8,
    onConnect: (session, done) => step('connect', session, done),
    onSecure: (socket, session, done) => step('secure', { secure: true }, done),
    onAuth: (auth, session, done) => step('auth', session, () =>
      auth.username === options.userName && auth.password === options.password
        ? done(null, { user: auth.username })
        : done(refusal({ code: 535, text: 'Wrong user name or password' }))),
    onMailFrom: (address, session, done) => step('mail', session, done),
    onRcptTo: (address, session, done) => step('rcpt', session, () =>
      options.recipientReply ? done(refusal(options.recipientReply)) : done()),
    onData: (stream, session, done) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => step('data', session, async () => {
        if (options.messageReply) return done(refusal(options.messageReply));
        const mail = await parse(Buffer.concat(chunks));
        say({
          mail: {
            ...mail,
            secure: session.secure === true,
            user: session.user ?? null,
            envelopeFrom: session.envelope.mailFrom.address,
            envelopeTo: session.envelope.rcptTo.map((recipient) => recipient.address),
          },
        });
        done();
      }));
    },
  });
  server.on('error', (error) => say({ error: error.message }));
  const listener = server.listen(options.port, '127.0.0.1', () => say({ port: (listener.address() ?? server.address()).port }));
}

const input = createInterface({ input: process.stdin });
input.once('line', (line) => start(JSON.parse(line)));
input.on('close', () => process.exit(0));
