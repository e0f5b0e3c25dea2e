// A server that agrees to TLS and then says nothing more.
import { createServer } from 'node:net';

export function silentAfterStartTls(say) {
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 silent\r\n');
    socket.on('data', (data) => {
      const line = data.toString('latin1').toUpperCase();
      if (line.startsWith('EHLO')) socket.write('250-silent\r\n250 STARTTLS\r\n');
      if (line.startsWith('STARTTLS')) {
        say({ step: 'secure', secure: false });
        socket.write('220 go ahead\r\n');
      }
    });
  });
}
