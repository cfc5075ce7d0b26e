import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest on a quiet machine, the longest first. Without a run before this one vitest goes by the size of
 * files, and ends with one core that waits for a short file with long work.
 */
const SLOW = [
  'test/policy/screen/teaching.test.ts',
  'test/screen/weights.test.ts',
  'test/services/doors.test.ts',
  'test/faults/load-killed.test.ts',
  'test/cli/recover-killed.test.ts',
  'test/faults/folder-faults.test.ts',
  'test/faults/page-faults.test.ts',
  'test/faults/order-killed.test.ts',
  'test/faults/upgrades.test.ts',
  'test/cli/command.test.ts',
  'test/services/exchange/generated.test.ts',
  'test/services/keys/recovery-files.test.ts',
  'test/services/exchange/memory.test.ts',
  'test/cli/second-factor.test.ts',
  'test/cli/backup.test.ts',
  'test/cli/report.test.ts',
  'test/services/export-batch.test.ts',
  'test/services/key-change.test.ts',
  'test/e2e/orders.test.ts',
  'test/e2e/booking-look.test.ts',
  'test/e2e/grounds.test.ts',
  'test/e2e/requests.test.ts',
  'test/e2e/teaching.test.ts',
  'test/e2e/told-facts.test.ts',
  'test/e2e/backups.test.ts',
];

function placeOf({ moduleId }: TestSpecification): number {
  const at = SLOW.findIndex((slow) => moduleId.endsWith(slow));
  return at === -1 ? SLOW.length : at;
}

/** Group by group, the slow ones of each first. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const groupOf = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => groupOf(one) - groupOf(other) || placeOf(one) - placeOf(other));
  }
}
