// Reads a mail with a parser that shares no code with what wrote it. Run on its own, it prints the mail in the given file.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { simpleParser } from 'mailparser';

const person = (header) => ({ address: header.value[0].address, displayName: header.value[0].name });

export async function parse(source) {
  const mail = await simpleParser(source, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
  return {
    messageId: mail.messageId,
    date: mail.date,
    from: person(mail.from),
    to: person(mail.to),
    recipientCount: mail.to.value.length + (mail.cc?.value.length ?? 0) + (mail.bcc?.value.length ?? 0),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    contentType: mail.headers.get('content-type').value,
    headerNames: mail.headerLines.map((header) => header.key),
    autoSubmitted: mail.headers.get('auto-submitted') ?? null,
    source: source.toString('latin1'),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  process.stdout.write(JSON.stringify(await parse(await readFile(process.argv[2]))));
