import type { z } from 'zod';
import type { settingInput, Settings } from '../../contract/account.ts';
import type { Reply } from '../../contract/reply.ts';
import { readSettings } from '../../db/account/reader.ts';
import { insertSetting } from '../../db/account/writer.ts';
import { SETTINGS } from '../../policy/settings.ts';
import { cover } from '../record.ts';
import { done } from '../reply.ts';
import type { Member } from '../route.ts';
import { tellWindowRules } from './window-rules.ts';

export async function getSettings(member: Member): Promise<Reply<Settings>> {
  return done(await readSettings(member.open.store.read));
}

/** Writes what the chief sets, one entry for each setting that changes. */
export async function saveSettings(member: Member, input: z.output<typeof settingInput>): Promise<Reply<Settings>> {
  const settings = await member.open.store.transaction(async (tx) => {
    const before = await readSettings(tx);
    for (const name of SETTINGS) {
      const wanted = input[name];
      if (wanted === undefined || wanted === before[name]) continue;
      const setting = { name, value: wanted };
      const meta = await cover(tx, member, { type: 'station.set', disclosures: { setting } });
      await insertSetting(tx, setting, meta);
    }
    return readSettings(tx);
  });
  tellWindowRules(member.state, settings);
  return done(settings);
}
