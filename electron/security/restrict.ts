import { app, type Session } from 'electron';
import { forbidDownloads } from './downloads.ts';
import { drawWithoutDriver } from './drawing.ts';
import { forbidNavigation } from './navigation.ts';
import { closeNetwork, forbidPeers, forbidRequests } from './network.ts';
import { forbidUnloadQuestions } from './page-dialogs.ts';
import { denyPermissions } from './permissions.ts';
import { enableSandbox } from './sandbox.ts';
import { registerScheme } from './scheme.ts';
import { turnOffSpelling } from './spelling.ts';
import { leaveNoFiles } from './traces.ts';
import { forbidWebview } from './webview.ts';
import { forbidWindows } from './windows.ts';

/** All that must stand before the app is ready, and what holds for every page that will ever exist. */
export function restrictApp(): void {
  registerScheme();
  enableSandbox();
  closeNetwork();
  leaveNoFiles();
  drawWithoutDriver();
  app.on('session-created', restrictSession);
  app.on('web-contents-created', (_event, contents) => {
    forbidNavigation(contents);
    forbidWindows(contents);
    forbidWebview(contents);
    forbidUnloadQuestions(contents);
    forbidPeers(contents);
  });
}

function restrictSession(session: Session): void {
  denyPermissions(session);
  forbidDownloads(session);
  forbidRequests(session);
  turnOffSpelling(session);
}
