import { clipboard } from 'electron';
import type { Boards, Place } from './clipboard-guard.ts';

/** The calls that 33 has; 45 keeps the selected text under `clipboard.selection` and takes no argument. */
interface ByPlace {
  readText(place: Place): Promise<string> | string;
  clear(place: Place): void;
}

const byPlace: ByPlace = clipboard;

/** The system's clipboard, and on Linux the text that is selected, which a middle click pastes elsewhere. */
export const boards: Boards = {
  places: process.platform === 'linux' ? ['clipboard', 'selection'] : ['clipboard'],
  readText: async (place) =>
    place === 'selection' && 'selection' in clipboard ? clipboard.selection.readText() : byPlace.readText(place),
  clear: (place) => {
    if (place === 'selection' && 'selection' in clipboard) clipboard.selection.clear();
    else byPlace.clear(place);
  },
};
