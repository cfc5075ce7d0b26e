import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../renderer/api.ts';
import { makeDesk, openDesk } from '../support/desk.ts';
import { bookForGrounds, showBooking } from '../support/ground-desk.ts';
import { createHand, type Hand } from '../support/hand.ts';
import type { LaunchedApp } from '../support/launch.ts';
import { resize } from '../support/look.ts';
import { lookAround } from '../support/look-around.ts';
import { deskHost } from './window-host.ts';

const PAPER = '%PDF-1.7\nA made-up fax: hold until Friday.\n';

describe('matters of a booking and of a request', { timeout: 25_000 }, () => {
  const made = makeDesk(deskHost(), 'matters');
  const fax = join(made.work, 'fax.pdf');
  const desk = { ...made, launch: { ...made.launch, args: [...(made.launch.args ?? []), '--choose-file', fax] } };
  const folder = process.env['SALLYPORT_SCREENS'] ?? join(desk.work, 'screens');
  let launched: LaunchedApp;
  let hand: Hand;

  beforeAll(async () => {
    writeFileSync(fax, PAPER);
    launched = await openDesk(desk);
    hand = createHand(launched.page);
    await resize(launched, 1366, 768);
    expect(await bookForGrounds(launched.page)).toBe(true);
  });
  afterAll(async () => {
    await launched.close();
    desk.close();
  });

  const under = (heading: string) => launched.page.getByRole('region', { name: heading, exact: true });
  const send = (): Promise<void> => launched.page.keyboard.press('Control+Enter');
  /** Every matter there is, with its events, as text. */
  const kept = (): Promise<string> =>
    launched.page.evaluate(async () => {
      const { calls } = window.sallyport;
      const list = await calls['matter.list']({});
      const lines = list.ok ? list.value : [];
      return JSON.stringify(await Promise.all(lines.map(({ matterId }) => calls['matter.get']({ matterId }))));
    });

  it('begin from the saved booking, name who is booked, and stand beside it with their times', async () => {
    const { page } = launched;
    await showBooking(page);
    await under('Beside this booking').getByText('Nothing is kept beside it yet.').waitFor();
    await hand.press('Consular notice');
    await hand.arrive('Consular notice');
    await hand.choose('Language', 'Spanish');
    await hand.choose('How', 'read aloud');
    await send();
    await hand.arrive(/^Consular notice M-/);
    await under('About')
      .getByText(/^\w+, \w+$/)
      .waitFor();
    await under('About')
      .getByRole('button', { name: /^Booking / })
      .press('Enter');
    await under('Beside this booking').getByRole('cell', { name: 'Consular notice given' }).waitFor();
    await under('Timeline').getByText('Consular notice given').waitFor();
    await under('Rights told to everyone').getByLabel('Told', { exact: true }).waitFor();
    expect(await lookAround(launched, folder, 'booking-beside')).toEqual([]);
  });

  it('keep of a document that was offered its kind and last four, and refuse a longer number', async () => {
    const { page } = launched;
    await hand.press('Document offered');
    await hand.arrive('A travel document');
    await page.getByLabel('Document', { exact: true }).selectOption('Passport');
    await hand.type('Last four of its number', 'X1234567');
    await page.getByText('Type the last four letters or figures only.').waitFor();
    await send();
    await hand.arrive('A travel document');
    expect(await page.getByLabel('Last four of its number').inputValue()).toBe('X1234567');
    expect(await kept()).not.toContain('1234567');
    await hand.type('Last four of its number', '4567');
    await send();
    await hand.arrive(/^Travel document M-/);
    expect(await page.getByRole('main').innerText()).toContain('4567');
  });

  it('ask the policy before a detention, from the booking as well', async () => {
    await showBooking(launched.page);
    await hand.press('Detention');
    await hand.arrive(/detain|hold/i);
  });

  it('begin as something else, about nobody known or with criminal history that left', async () => {
    const { page } = launched;
    await hand.goTo('q', 'Requests');
    await hand.press('Presence without taking part');
    await hand.type('Last name', 'Undocumented');
    await page.getByText('“Undocumented” tells immigration status, so this text is not saved yet.').waitFor();
    await page.getByText(/^Kept .*, without “Last name”$/).waitFor();
    expect(await lookAround(launched, folder, 'matter-name-refused')).toEqual([]);
    await hand.type('Agency', 'Federal office, made up');
    await hand.type('Why we were there', 'Kept the peace while neighbors gathered.');
    await hand.choose('We checked who the agents are', 'Yes');
    await send();
    await page.locator('input[aria-invalid="true"]:focus').press('Alt+1');
    expect(await page.getByLabel('Last name', { exact: true }).inputValue()).toBe('');
    const trail = await page.evaluate(async () => JSON.stringify(await window.sallyport.calls['trail.get']({})));
    expect(trail).toMatch(/^\{"ok":true/);
    expect(trail).not.toContain('matter.keepForm');
    await send();
    await hand.arrive(/^Presence without taking part M-/);
    await under('About').getByText('nobody known').waitFor();
    await hand.press('It ended');
    await send();
    await page.getByText(/^closed /).waitFor();
  });

  it('take a paper in, seal it and give a copy of it back', async () => {
    await hand.goTo('q', 'Requests');
    await send();
    await hand.arrive('A request came in');
    await hand.type('When', '-5m');
    await hand.type('Who asks', 'ERO Boston, Officer Fictional');
    await hand.type('Form, or what is asked', 'I-247A, hold until Friday');
    await send();
    await hand.arrive(/^Request received M-/);
    await hand.press('Attach a scan');
    await under('Scans')
      .getByText(/^PDF [0-9a-f]{8}$/)
      .waitFor();
    await hand.press('Save a copy of scan 1');
    await hand.type('Why do you open this?', 'To answer the request');
    await launched.page.keyboard.press('Enter');
    await under('Scans').getByRole('status').waitFor();
    const said = await under('Scans').getByRole('status').innerText();
    const copies = readdirSync(join(desk.work, 'recovery')).filter((name) => name.endsWith('.pdf'));
    expect(said).toContain(copies[0] ?? 'none');
    expect(readFileSync(join(desk.work, 'recovery', copies[0] ?? ''), 'utf8')).toBe(PAPER);
    await hand.press('Save a copy of scan 1');
    await hand.type('Why do you open this?', 'To answer the request');
    await launched.page.keyboard.press('Enter');
    await launched.page.getByRole('dialog').getByText('A copy of this paper is in this folder already').waitFor();
    await launched.page.keyboard.press('Escape');
    expect(await lookAround(launched, folder, 'request-scan')).toEqual([]);
  });

  it('wait at the desk until they are decided; then the person gets a copy in Spanish', async () => {
    const { page } = launched;
    await hand.goTo('d', 'Desk');
    const row = under('Waiting for you').getByRole('row', { name: /^Request by fax, I-247A: not decided yet/ });
    await row.getByText(/^for \d+ min$/).waitFor();
    expect(await lookAround(launched, folder, 'desk-waiting')).toEqual([]);
    await row.getByRole('button', { name: /^Open/ }).press('Enter');
    await hand.press('Decide');
    await hand.choose('Decision', 'declined');
    await page.getByLabel('Clause that closes it').selectOption('3c');
    await hand.type('Reason', 'A civil paper is no basis for a hold');
    await send();
    await page.getByText('A civil paper is no basis for a hold').waitFor();
    await hand.press('Copy for the person');
    await page.getByLabel('Language').selectOption('es');
    expect(await page.locator('article').innerText()).toContain('Decidimos no hacer lo que se pidió.');
    await hand.goTo('d', 'Desk');
    await under('Waiting for you').getByText('Nothing waits for you.').waitFor();
  });

  it('keep what is typed when another window closed them meanwhile, and say so', async () => {
    const { page } = launched;
    const matterId = await page.evaluate(async () => {
      const detail = { channel: 'phone', agency: 'ERO Boston', asked: 'When is she released?' };
      const event = { kind: 'received', at: new Date().toISOString(), detail };
      const opened = await window.sallyport.calls['matter.open']({ kind: 'request', subject: {}, event });
      return opened.ok ? opened.value.matterId : '';
    });
    await hand.goTo('q', 'Requests');
    await page
      .getByRole('row', { name: /nobody known/ })
      .getByRole('button')
      .first()
      .press('Enter');
    await hand.press('Decide');
    await hand.choose('Decision', 'declined');
    await hand.type('Reason', 'We do not tell release times by telephone');
    await page.evaluate(async (id) => {
      const event = { kind: 'closed', at: new Date().toISOString(), detail: {} };
      await window.sallyport.calls['matter.addEvent']({ matterId: id, event });
    }, matterId);
    await send();
    await page.getByText('This matter is closed, so it takes nothing more.').waitFor();
    expect(await page.getByLabel('Reason').inputValue()).toBe('We do not tell release times by telephone');
    await under('What happened').getByText('Closed', { exact: true }).waitFor();
    await hand.press('Cancel');
    // Nobody is named yet: that alone can still be told.
    const next = under('What happened next?').getByRole('button');
    await next.first().waitFor();
    expect(await next.count()).toBe(1);
  });
});
