import type { z } from 'zod';
import type { FinishedImport, QuarantinedRow, importIdInput, importInput } from '../contract/exchange.ts';
import type { Reply } from '../contract/reply.ts';
import { listQuarantine } from '../db/exchange/reader.ts';
import { runImport } from './exchange/run-import.ts';
import { importSink } from './import-sink.ts';
import { done, refused } from './reply.ts';
import type { Member } from './route.ts';
