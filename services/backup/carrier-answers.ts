// What a carrier answers comes from another process, so its shape is looked at.
import { z } from 'zod';
import type { CarrierAct, CarrierAnswer } from './carrier-messages.ts';

const backup = z.object({ path: z.string(), manifest: z.looseObject({ madeAt: z.string() }) });

const refused = z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) });
const outcome = (value: z.ZodType): z.ZodType => z.union([z.object({ ok: z.literal(true), value }), refused]);

const ANSWERS: { readonly [A in CarrierAct]: z.ZodType } = {
  prepare: z.object({ code: z.string() }).nullable(),
  bring: z.string().nullable(),
  survey: z.object({
    backups: z.array(backup),
    laterChanges: outcome(z.json()),
  }),
  settle: z.null(),
  clear: z.null(),
  find: outcome(z.array(backup)),
  read: outcome(z.json()),
  fetch: outcome(z.object({ heads: z.array(z.string()), laterChanges: outcome(z.json()) })).nullable(),
};

/** Whether this is what such an act answers. */
export function isAnswerOf<A extends CarrierAct>(act: A, value: unknown): value is CarrierAnswer<A> {
  return ANSWERS[act].safeParse(value).success;
}
