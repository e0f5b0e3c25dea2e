// Runs Azurite, the emulator of Azure Storage, in memory and on free ports, until it is told to stop, or with
// --attached until its input ends. Prints one line: the connection string.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

// The account that every Azurite has, as its documentation prints it.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

const program = fileURLToPath(new URL('node_modules/azurite/dist/src/azurite.js', import.meta.url));
const azurite = spawn(process.execPath, [program, '--blobPort', '0', '--queuePort', '0', '--tablePort', '0',
  '--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--disableProductStyleUrl'], { stdio: ['ignore', 'pipe', 'inherit'] });
process.on('SIGTERM', () => azurite.kill());
if (process.argv.includes('--attached')) process.stdin.on('end', () => azurite.kill()).resume();
azurite.on('exit', (code) => process.exit(code ?? 0));

const addresses = {};
for await (const line of createInterface({ input: azurite.stdout })) {
  const listening = /^Azurite (Blob|Table) service is successfully listening at (\S+)$/.exec(line);
  if (!listening) continue;
  addresses[listening[1]] = listening[2];
  if (addresses.Blob && addresses.Table)
    console.log(`DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};`
      + `BlobEndpoint=${addresses.Blob}/${account};TableEndpoint=${addresses.Table}/${account};`);
}
