// What a carrier answers comes from another process, so its shape is looked at.
import { z } from 'zod';
import type { CarrierAct, CarrierAnswer } from './carrier-messages.ts';

const backup = z.object({ path: z.string(), manifest: z.looseObject({ madeAt: z.string() }) });

const ANSWERS: { readonly [A in CarrierAct]: z.ZodType } = {
  prepare: z.object({ code: z.string() }).nullable(),
  bring: z.string().nullable(),
  survey: z.object({
    backups: z.array(backup),
    laterChanges: z.union([
      z.object({ ok: z.literal(true), value: z.json() }),
      z.object({ ok: z.literal(false), refusal: z.object({ code: z.string() }) }),
    ]),
  }),
  settle: z.null(),
};

/** Whether this is what such an act answers. */
export function isAnswerOf<A extends CarrierAct>(act: A, value: unknown): value is CarrierAnswer<A> {
  return ANSWERS[act].safeParse(value).success;
}
