import { approvedNamed } from '../../policy/fields/classify.ts';
import { findField } from '../../policy/gate/check-field.ts';
import { screenFieldOf } from '../../policy/gate/screened-as.ts';
import { screen } from '../../policy/screen/screen.ts';
import { SCREEN_FIELDS, type ScreenField } from '../../policy/screen/verdict.ts';
import type { Command, ExitCode, Io } from './command.ts';
