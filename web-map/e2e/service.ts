import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The service under test, as `./vigie test` started it. */
export const url = required('VIGIE_E2E_URL');
export const city = `${url}/aubrelle`;
const mailDirectory = required('VIGIE_E2E_MAIL');
const accountsFile = required('VIGIE_E2E_ACCOUNTS');

export interface Account {
  role: string;
  email: string;
  password: string;
}

/** The demo accounts that may sign in: `role<TAB>e-mail<TAB>password` lines. */
export function accounts(): Account[] {
  return readFileSync(accountsFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => {
      const [role = '', email = '', password = ''] = line.split('\t');
      return { role, email, password };
    });
}

/** @throws when the demo has nobody of that description */
export function account(description: RegExp): Account {
  const found = accounts().find(({ role, email }) => description.test(`${role} ${email}`));
  if (!found) throw new Error(`no demo account like ${description}`);
  return found;
}

export interface Mail {
  subject: string;
  text: string;
}

/** The e-mails to one address, decoded, oldest first. */
export function mailsTo(address: string): Mail[] {
  return readdirSync(mailDirectory)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(mailDirectory, name), 'utf8'))
    .filter((mail) => header(mail, 'To').includes(address))
    .map((mail) => ({ subject: decodeWords(header(mail, 'Subject')), text: mail }));
}

/** A header's value, unfolded. */
function header(mail: string, name: string): string {
  const head = (mail.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? '';
}

/** RFC 2047 encoded words. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_all, how: string, body: string) =>
      how.toUpperCase() === 'B' ? Buffer.from(body, 'base64').toString('utf8') : quotedPrintable(body),
    );
}

function quotedPrintable(body: string): string {
  const bytes = body
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

function required(name: string): string {
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set: run ./vigie test, which starts a service for the browser tests`);
  return value;
}
