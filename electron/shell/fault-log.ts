import type { FaultReport } from '../../services/state.ts';
import { faultOf } from '../station/fault.ts';

/** Where incidents are told: one JSON line each, with a number, a time, a place and a kind, never content. */
export interface FaultLog {
  readonly write: (fault: FaultReport) => void;
  /** Numbers something unexpected and writes it; answers the number. */
  readonly report: (thrown: unknown, place: string) => string;
}

interface Sources {
  readonly print: (line: string) => void;
  readonly newId: () => string;
  readonly now: () => Date;
}

export function createFaultLog({ print, newId, now }: Sources): FaultLog {
  const write = (fault: FaultReport): void => {
    print(JSON.stringify(fault));
  };
  return {
    write,
    report: (thrown, place) => {
      const incident = newId().slice(0, 8);
      write(faultOf(thrown, { incident, place, now: now() }));
      return incident;
    },
  };
}
