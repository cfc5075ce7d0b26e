import { app } from 'electron';
import type { WrittenBeside } from '../../services/state.ts';
import { writtenBeside, type SystemFolders } from '../cli/written-beside.ts';
import type { LaunchOptions } from './launch-options.ts';

export function foldersOfSystem(): SystemFolders {
  return { userData: app.getPath('userData'), documents: app.getPath('documents') };
}

/** Where this run, and those before it, write beside the station folder. Asked before the profile is chosen. */
export function besideStation({ data, prints }: LaunchOptions): WrittenBeside {
  const surroundings = { platform: process.platform, home: app.getPath('home'), environment: process.env };
  return writtenBeside(surroundings, foldersOfSystem(), { data, prints });
}
